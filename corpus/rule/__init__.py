"""The rules of a letter: what its policies give, read from sentences and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.figure import Figure, Status
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.quantity import Quantity
from corpus.rule.condition import of
from corpus.rule.grid import rules_of_table, tables
from corpus.rule.marked import marked
from corpus.rule.role import Role, placed
from corpus.rule.rule import Rule, Sort
from corpus.rule.sentence import cap_alone, inherited, rules_of
from corpus.rule.series import in_series
from corpus.rule.words import words
from corpus.text import plain, tidy

__all__ = ["Rule", "ruled", "rules"]
_NOTHING = Quantity(Decimal(0), "", "", 0, 0)


def rules(letter: Letter, passages: Sequence[Passage]) -> tuple[Rule, ...]:
    """The rules in the order of the text."""
    found = [*_rules(letter, passages), *_of_tables(letter, passages)]
    return in_series(sorted(found, key=lambda rule: rule.amount.start))


def ruled(figures: Sequence[Figure], found: Sequence[Rule]) -> tuple[Figure, ...]:
    """The figures, those that rules are made of with the status of a rule."""
    starts = {amount.start for rule in found for amount in rule.quantities}
    return tuple(
        replace(figure, status=Status.RULE) if figure.quantity.start in starts else figure
        for figure in figures
    )


def _of_tables(letter: Letter, passages: Sequence[Passage]) -> Iterator[Rule]:
    """The rules of the tables under a title or a lead that tells of awards."""
    known = words().tables
    for head, rows in tables(passages):
        above = "".join((*rows[0].section, letter.title, head.text if head else ""))
        if known.search(plain(above)):
            yield from rules_of_table(head, rows, _blank(letter, rows[0], tidy(head.text) if head else ""))


def _rules(letter: Letter, passages: Sequence[Passage]) -> Iterator[Rule]:
    lead, name = "", ""
    made: list[Rule] = []
    is_policy = _is_policy(letter.title)
    paragraph = -1
    for passage in passages:
        if passage.kind in (Kind.HEADING, Kind.META, Kind.CAPTION, Kind.ROW):
            lead = name = ""
            continue
        if passage.paragraph != paragraph:
            yield from made
            made, paragraph = [], passage.paragraph
        sentence = marked(passage.text, passage.start)
        cap = cap_alone(sentence, passage.id)
        if cap and made:
            made = [rule if rule.cap or rule.sort is Sort.LIMIT else replace(rule, cap=cap) for rule in made]
            continue
        plainly = _is_rule(sentence.text, lead, is_policy=is_policy)
        found = inherited(rules_of(sentence, _blank(letter, passage, lead)), name) if plainly else ()
        made += found
        if plain(passage.text).endswith(":"):
            lead = tidy(passage.text)
            ends = [one for one in placed(sentence) if one.role is not Role.NONE] or placed(sentence)
            name = of(ends[0], sentence) if ends else ""
        elif plain(passage.text).endswith("。"):
            lead = name = ""
    yield from made


def _is_rule(text: str, lead: str, *, is_policy: bool) -> bool:
    """Whether a sentence is one of rules: all of a policy, elsewhere what says so by its form and is not done yet."""
    known = words()
    if is_policy:
        return not known.never.search(text)
    return bool(known.rule.search(text) or lead.endswith(("的:", "的："))) and not known.done.search(text)


def _is_policy(title: str) -> bool:
    """Whether a document is one of rules by its title, and no report on them."""
    return bool(words().policies.search(title)) and not words().reports.search(title)


def _blank(letter: Letter, passage: Passage, lead: str) -> Rule:
    return Rule(
        letter.id, passage.id, _article(letter.text, passage), "", Sort.FIXED, _NOTHING, "", head=lead
    )


def _article(text: str, passage: Passage) -> str:
    """The article that a passage stands in: 第三条; else the heading right above it."""
    found = list(words().article.finditer(text, 0, passage.start + 12))
    if found:
        return tidy(found[-1][1])
    return passage.section[-1] if passage.section else ""
