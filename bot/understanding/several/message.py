"""A message taken apart: small talk told from questions, several questions told from one."""

import re

from bot.understanding.lexicon import Lexicon, bare
from corpus.compiled import compiled

# A question about the bot has hardly more words than that: 你都能查哪些地方的材料.
_ABOUT_BESIDE = 9
_HAN, _WORD = compiled("[\u3400-\u9fff]"), compiled(r"(?<!\S)[^\W\d_]{2,}(?=[\s,.;:?!]|$)")
_FOREIGN = 3  # words
_APART, _PIECES = compiled(r"[,，;；。!！\s]+"), compiled(r"[,，;；?？。!！\s]+|、(?=[^、]*多少)")
_COUNTED = compiled("哪[几一二两三四五六七八九十]")
_GROWTHS = ("增速", "涨幅", "增幅", "占比", "比重", "同比")


def several(text: str, lexicon: Lexicon) -> list[str]:
    """The questions of a message that has several; a piece without anything to ask goes with the one before it."""
    parts: list[str] = []
    for piece in filter(None, _PIECES.split(text)):
        if (parts and not _asks(piece, lexicon)) or (parts and not _asks(parts[-1], lexicon)):
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    return parts


def is_foreign(text: str) -> bool:
    """Whether a message is in a language of letters: GDP or a company's name alone is not.

    >>> is_foreign("how much was the output"), is_foreign("GDP 2024"), is_foreign("CPI和GDP")
    (True, False, False)
    """
    return not _HAN.search(text) and len(_WORD.findall(text)) >= _FOREIGN


def asking(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """A message without the clauses in which one speaks of oneself or of what the answer is for, and these: of
    写稿核实一下,投资多少,我要填表 the middle one. Two empty texts where there are none, or nothing else."""
    clauses = [clause for clause in _APART.split(text) if clause]
    asks = [place for place, clause in enumerate(clauses) if _asks(clause, lexicon)]
    last = asks[-1] if asks else len(clauses)
    aside = [
        clause
        for place, clause in enumerate(clauses)
        if not _asks(clause, lexicon) and _is_aside(clause, lexicon, behind=place > last)
    ]
    rest = [clause for clause in clauses if clause not in aside]
    return ("，".join(rest), "，".join(aside)) if aside and rest else ("", "")


def _is_aside(clause: str, lexicon: Lexicon, *, behind: bool) -> bool:
    """Whether a clause is talk of what the answer is for; behind the question of oneself as well."""
    return bool(lexicon.patterns["purpose"].search(clause)) or (behind and clause.startswith(lexicon.asides))


def _asks(piece: str, lexicon: Lexicon) -> bool:
    asked = _COUNTED.sub("", piece)
    return piece.endswith("呢") or any(word in asked for word in (*lexicon.amount, *_GROWTHS))


_GOES_ON = ("起", "在", "到", "于", "上", "好", "足", "活", "进")


def small_talk(text: str, lexicon: Lexicon) -> str:
    """greeting, thanks or about, where the text is no more than that; else "".

    Words asking about the bot may stand anywhere in it, greetings and thanks must be all of it.
    """
    said = re.sub(r"[\W_]+", "", bare(text))
    beside = (
        said.partition(word)[2]
        for word in lexicon.about
        if word in said and len(said) < len(word) + _ABOUT_BESIDE
    )
    # 5G在厂里怎么用起来 is about a thing.
    if not all(behind.startswith(_GOES_ON) for behind in beside):
        return "about"
    return next((sort for sort, words in lexicon.chat.items() if words.fullmatch(said)), "")
