"""Sections of a spreadsheet's number format: one for gains, losses, nothing, text, or for what a condition says."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from corpus.compiled import compiled

_TOKEN = compiled(
    r"""(?P<end>;) | "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | [_*](?P<filler>.?) | \[(?P<bracket>[^\]]*)\]
      | (?P<general>General|G/通用格式) | (?P<half>AM/PM|A/P|上午/下午) | (?P<exponent>E[+-])
      | (?P<date>y+|m+|d+|h+|s+|a{3,4}|e+) | (?P<digit>[0\#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%)
      | (?P<text>@) | (?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = compiled(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = compiled(r"h+|m+|s+", re.IGNORECASE)
_CURRENCY = compiled(r"\$([^-\]]+)")
# Digits that are all filled behind the point, and before it from the right.
_AMOUNT = compiled(r"[#,]*(?P<zeros>0(?:,?0)*)(?:\.(?P<places>0+))?")


@dataclass(frozen=True)
class Token:
    """A piece of a format: what it is, and its letters."""

    kind: str
    text: str


@dataclass(frozen=True)
class Amount:
    """Words before, the least digits before the point, those behind it, words behind, how many times a hundred."""

    before: str
    least: int
    places: int
    behind: str
    hundreds: int


@dataclass(frozen=True)
class Section:
    """One of a format's parts: for gains, losses, nothing, text; or for what a condition says."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None

    @property
    def is_text(self) -> bool:
        """Whether it shows text."""
        return any(token.kind == "text" for token in self.tokens)

    @property
    def is_date(self) -> bool:
        """Whether it shows a day or a time."""
        return any(token.kind in ("date", "elapsed") for token in self.tokens)

    @cached_property
    def is_general(self) -> bool:
        """Whether it shows a number as a cell without a format does."""
        kinds = [token.kind for token in self.tokens]
        fraction = any(token.kind == "literal" and token.text == "/" for token in self.tokens)
        return "general" in kinds or "exponent" in kinds or (fraction and kinds.count("digit") > 1)

    @cached_property
    def amount(self) -> "Amount | None":
        """How it shows an amount, where its digits follow each other: #,##0.00 with words before and behind."""
        kinds = [token.kind for token in self.tokens]
        at = [place for place, kind in enumerate(kinds) if kind in ("digit", "point", "comma")]
        if not at or self.is_general or "date" in kinds or at[-1] - at[0] + 1 != len(at):
            return None
        match = _AMOUNT.fullmatch("".join(token.text for token in self.tokens[at[0] : at[-1] + 1]))
        if match is None:
            return None
        before, behind = (
            "".join(map(literal, part)) for part in (self.tokens[: at[0]], self.tokens[at[-1] + 1 :])
        )
        return Amount(
            before, match["zeros"].count("0"), len(match["places"] or ""), behind, kinds.count("percent")
        )


@cache
def sections(pattern: str) -> tuple[Section, ...]:
    """The sections of a format."""
    made: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    for match in [*_TOKEN.finditer(pattern), None]:
        kind = match.lastgroup if match else "end"
        if match is None or kind == "end":
            made.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            if stated := _CONDITION.fullmatch(match["bracket"].strip()):
                condition = stated[1], Decimal(stated[2])
            tokens += _bracket(match["bracket"])
        elif kind in ("quoted", "escaped", "other"):
            tokens.append(Token("literal", match[kind]))
        elif kind and kind != "filler":
            tokens.append(Token(kind, match[kind]))
    return tuple(made)


def _bracket(inside: str) -> list[Token]:
    """What a bracket shows: a currency, hours over 24; no colour and no language."""
    if _ELAPSED.fullmatch(inside):
        return [Token("elapsed", inside.lower())]
    currency = _CURRENCY.match(inside)
    return [Token("literal", currency[1])] if currency else []


def literal(token: Token) -> str:
    """What a piece shows that is no digit."""
    return token.text if token.kind in ("literal", "percent", "half") else ""
