"""What the things are called that a text counts: 3个园区叫什么. Their names, and never their number alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import cover
from bot.operations.groups.words import words
from bot.operations.words.lists.enumeration import UNITS, Enumeration, enumerations
from bot.operations.words.quotes import LIST_LIMIT, listed
from bot.phrasing.headline import quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import layers_of, sentences_about
from bot.understanding.question import Question, cut_runs
from corpus.amounts.numeral import counted
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

_PICKS = ("most", "least", "top", "falling", "rising", "flat", "over", "below")
# What became of those that are meant.
_WAYS = compiled("[增减涨跌升降负正]|回落")
# What is said of the others of their kind: 五个产业正增长,仅医化产业负增长.
_REST = compiled("[,，;；](?:仅|只有|唯有?|唯独|另|其余|其他|而)[^,，;；。]+")


@dataclass(frozen=True)
class _Found:
    """An enumeration, where it stands, and whether its own words are in the question."""

    passage: Passage
    names: Enumeration
    called: bool


def members_named(question: Question, retriever: Retriever) -> Reply | None:
    """The names of the things asked for, as many as the text says they are; None where none, or several, may be meant."""
    ranked = question.wants("rank_most", "rank_least", "rank_nth")
    if ranked or not asks_names(question) or not question.runs:
        return None
    found = list(_found(question, retriever))
    found = [one for one in found if one.called] or found
    if len({frozenset(one.names.names) for one in found}) != 1:
        return None
    return _told(found[0], whole=not _WAYS.search(question.text))


def asks_names(question: Question) -> bool:
    """Whether a question asks what things are called, and not how many or how much."""
    return words().says("names", question.text) and not words().says("amounts", question.text)


def wanted_count(question: Question) -> int:
    """How many names are asked for, 0 where it is not said: four of 八大类里哪四类."""
    match = words().patterns["wanted"].search(question.text) or words().patterns["count"].search(
        question.text
    )
    if match is None:
        return 0
    return counted(match["count"])


def is_number_alone(question: Question, reply: Reply) -> bool:
    """Whether a reply tells how many there are to a question for what they are called."""
    asked = words().says("called", question.text) and asks_names(question)
    if not asked or reply.kind is not Kind.ANSWER or reply.checked:
        return False
    count, said = wanted_count(question), reply.headline.text
    if reply.figures:
        return len(reply.figures) == 1 and reply.figures[0].quantity.unit in UNITS
    if not any(_is_counted(run.asked, said) for run in question.runs):
        return False
    if any(len(one.names) == count or not count for one in enumerations(said)):
        return False
    named = [piece for piece in re.split(r"[、,，;；。\s“”]", said) if piece and not re.search(r"\d", piece)]
    return not count or len(named) < count


def _is_counted(noun: str, text: str) -> bool:
    """Whether a text says how many there are of something: 公园3个, 3个公园."""
    noun, units = re.escape(words().patterns["naming"].sub("", noun)), "".join(sorted(UNITS))
    return bool(noun and re.search(rf"{noun}\d+[{units}]|\d+[{units}]{noun}", text))


def _found(question: Question, retriever: Retriever) -> Iterator[_Found]:
    count = wanted_count(question)
    # 哪几个行业在掉 is not told by those that are first.
    picks = any(words().says(name, question.text) for name in _PICKS)
    for passage in sentences_about(question, retriever):
        if not _is_about(passage, question, retriever):
            continue
        for one in enumerations(tidy(passage.text)):
            if picks and not one.way:
                continue
            called = _is_called(one, question.text, counted=bool(count))
            if (not count or len(one.names) == count) and (called or _is_meant(one, question, count)):
                yield _Found(passage, one, called)


def _is_about(passage: Passage, question: Question, retriever: Retriever) -> bool:
    """Whether a passage, with what it stands under, says all of the question but the words that ask for names."""
    layers, lexicon = layers_of(passage, retriever), retriever.lexicon
    runs = cut_runs(question.runs, lambda said: words().patterns["naming"].sub("", said))
    return not any(cover(run.words, layers, lexicon).missing(lexicon, run.terms) for run in runs)


def _is_called(one: Enumeration, text: str, *, counted: bool) -> bool:
    """Whether the question calls the things as the text does: 街道 of 6个街道, 保护地 of 保护地3个."""
    nouns = [one.noun[:size] for size in range(len(one.noun), 0, -1)]
    nouns += [] if one.noun else [one.before[-size:] for size in range(len(one.before), 1, -1)]
    # 产 of 产业 is no 特产.
    nouns = [noun for noun in nouns if noun in text and (len(noun) > 1 or noun == one.noun)]
    if counted:
        return bool(nouns)
    return any(
        re.search(
            f"哪(?:些|几[个家类项条所座种]){re.escape(noun)}|{re.escape(noun)}[都分别各]*(?:有|是|叫|包括|名)",
            text,
        )
        for noun in nouns
    )


def _is_meant(one: Enumeration, question: Question, count: int) -> bool:
    """Whether so many of a kind are meant that the question names by its measure word, or by what became of them."""
    which = words().patterns["wanted"].search(question.text)
    if not count or which is None:
        return False
    if one.way:
        fell, rose = (words().says(name, question.text) for name in ("falling", "rising"))
        return fell is not rose and one.way == (-1 if fell else 1)
    return bool(one.unit) and question.text[which.end() :].startswith(one.unit)


def _told(found: _Found, *, whole: bool) -> Reply | None:
    """The names with what is said of them; `whole` says that the rest of those of their kind belong to them."""
    one, passage = found.names, found.passage
    text = tidy(passage.text)
    rest = _REST.match(text, one.end) if whole else None
    said = text[one.start : rest.end() if rest else one.end]
    pieces = (said,) if len(said) <= LIST_LIMIT else one.names
    told = [quote(passage, piece) for piece in pieces]
    reply = listed(told, (passage,))
    return replace(reply, checked=True) if reply else None
