"""What stands behind a word and a colon, or in the one sentence that says it: 审稿：裴映川, 同时废止."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.retriever import Retriever
from bot.operations.words.document.factnames import facts_data
from bot.operations.words.quotes import listed
from bot.phrasing.clause import clauses
from bot.phrasing.headline import quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, passages_asked
from bot.understanding.lexicon import bare
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.text import pairs, tidy

# A word and a colon; 党组书记、局长 are two.
_LABEL = compiled(r"(?:^|(?<=[\s（(；;。，,】*]))(?P<label>[一-鿿、]{2,12})[：:]\s*")
_END = compiled(r"[；;。\n）)]|\s+(?=\d{1,4}年|\d{1,2}月)")
_LONGEST = 70  # characters of what stands behind a label


@dataclass(frozen=True)
class Label:
    """A word before a colon, and all from it to the end of what it says."""

    passage: Passage
    names: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Asked:
    """A way of asking, and the words that papers print before what answers it, or the sentence that does."""

    asked: re.Pattern[str]
    printed: re.Pattern[str]
    besides: bool = False  # nothing is lacking where no document prints it
    first: bool = False  # of several sentences the first is meant

    def of(self, match: re.Match[str]) -> re.Pattern[str]:
        """What is printed, with the title in it that a question names: 链长 of 担任链长."""
        title = match.groupdict().get("title")
        return compiled(self.printed.pattern.replace("TITLE", title)) if title else self.printed

    def fits(self, name: str, text: str) -> bool:
        """Whether a label answers a question: what else it says, its group `about`, has to be of the question."""
        match = self.printed.fullmatch(name)
        if match is None:
            return False
        about = match.groupdict().get("about") or ""
        return not about or any(pair in text for pair in pairs(about))


def labelled(question: Question, retriever: Retriever) -> Reply | None:
    """What stands behind the labels that a question names; None where one is not there, or several may be meant."""
    text = bare(question.text)
    rows = [row for row in _rows("label") if row.asked.search(text)]
    if not rows:
        return None
    labels = list(_labels(question, retriever))
    found: list[Label] = []
    for row in rows:
        fit = [one for one in labels if any(row.fits(name, text) for name in one.names)]
        told = _one(fit)
        if told is None and not (row.besides and not fit):
            return None
        found += [told] if told else []
    once = {one.words: one for one in found}.values()
    told_all = [quote(one.passage, one.words) for one in once]
    reply = listed(told_all, [one.passage for one in once]) if told_all else None
    return replace(reply, checked=True) if reply else None


def line(question: Question, retriever: Retriever) -> Reply | None:
    """The one sentence of a document that says what a question asks of the document itself; None where there is none."""
    text = bare(question.text)
    passages = [one for one in passages_asked(question, retriever) if one.kind is not Kind.HEADING]
    for row in _rows("line"):
        match = row.asked.search(text)
        if match is None:
            continue
        printed = row.of(match)
        found = [(one, words) for one in passages if (words := _saying(tidy(one.text), printed))]
        if len({words for _, words in found}) == 1 or (found and row.first):
            passage, words = found[0]
            reply = listed([quote(passage, words)], [passage])
            return replace(reply, checked=True) if reply else None
    return None


@cache
def _rows(sort: str) -> Sequence[Asked]:
    """The ways of asking of one sort, from bot/data/facts.toml."""
    document = "|".join(facts_data()["pattern_words"]["document"])
    return [
        Asked(
            compiled(row["asked"].replace("{document}", f"(?:{document})")),
            compiled(row["printed"]),
            bool(row.get("besides")),
            bool(row.get("first")),
        )
        for row in facts_data()[sort]
    ]


def _labels(question: Question, retriever: Retriever) -> Iterator[Label]:
    for passage in passages_asked(question, retriever):
        if passage.kind in {Kind.META, Kind.SENTENCE}:
            yield from _labels_of(passage)


def _labels_of(passage: Passage) -> Iterator[Label]:
    text = passage.text
    found = list(_LABEL.finditer(text))
    for number, match in enumerate(found):
        stop = found[number + 1].start() if number + 1 < len(found) else len(text)
        stop = _end(text, match.end(), stop)
        words = tidy(text[match.start() : stop]).rstrip(",，、")
        if match.end() < stop and len(words) <= _LONGEST and words in tidy(text):
            yield Label(passage, tuple(match["label"].split("、")), words)


def _end(text: str, start: int, stop: int) -> int:
    """Where what a label says ends, at the latest at `stop`: a bracket that it opens is of it."""
    for mark in _END.finditer(text, start, stop):
        opened = text.count("（", start, mark.start()) + text.count("(", start, mark.start())
        closed = text.count("）", start, mark.start()) + text.count(")", start, mark.start())
        if mark.group() not in "）)" or opened == closed:
            return mark.start()
    return stop


def _one(labels: Sequence[Label]) -> Label | None:
    """The only one of them, None where they differ."""
    return labels[0] if len({one.words for one in labels}) == 1 else None


def _saying(words: str, printed: re.Pattern[str]) -> str:
    """The sentence, or of a long one the clauses from the one on that says it."""
    match = printed.search(words)
    if match is None or len(words) <= LIMIT:
        return words if match else ""
    start = next(one.start for one in clauses(words) if one.end >= match.start())
    return words[start : start + LIMIT]
