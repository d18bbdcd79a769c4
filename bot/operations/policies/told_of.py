"""For whom a policy is, what has to be handed in, how it is applied for: told by its sentence or what stands under its heading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import covered
from bot.operations.awards.asked import asking, spoken, words_besides
from bot.operations.awards.fitting import choice
from bot.phrasing.clause import leads_on
from bot.phrasing.headline import Headline, joined, quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import layers_of
from bot.tables import table
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.passage import Kind as PassageKind
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import plain, tidy

# What a headline holds.
_LONGEST = 190
_CLAUSE = compiled("[,，;；、]")
_ARTICLE = compiled(r"\s*第[ \t　]*[零一二三四五六七八九十百\d][零一二三四五六七八九十百\d \t　]*[条章节]")
# The name of an article has no more characters.
_LINE = 20
_ENDS = ("。", ";", "；")
# For whom it is says more than what has to be met besides.
_CHIEF = compiled("对象|适用")


@dataclass(frozen=True)
class _Subject:
    """A thing that policies say: questions that ask for it, its headings, its sentences, words of questions that say no more.

    Where `whom` is set, a question that names an award is told for whom that is.
    """

    asks: re.Pattern[str]
    heads: re.Pattern[str]
    says: re.Pattern[str]
    talk: re.Pattern[str]
    whom: bool


def told_of(question: Question, retriever: Retriever) -> Reply | None:
    """What a policy says of what the question asks; None where it asks for none of it, or none is said."""
    text = plain(question.text)
    for subject in _subjects():
        if subject.asks.search(text):
            words = words_besides(question, subject.talk, retriever.lexicon)
            found = _best(_groups(subject, retriever), words, retriever)
            own = found and _besides(words, found[0].letter, retriever)
            if subject.whom and words and not own and (reply := _of_award(question, words, retriever)):
                return reply
            return _reply(found) if found else None
    return None


@cache
def _subjects() -> tuple[_Subject, ...]:
    return tuple(
        _Subject(
            compiled(row["asks"]),
            compiled(row["heads"]),
            compiled(row["says"]),
            compiled(row["talk"]),
            row["whom"],
        )
        for row in table("awards")["subject"]
    )


def _of_award(question: Question, words: Sequence[str], retriever: Retriever) -> Reply | None:
    """The sentence of the award that the question names, which says for whom it is; None where it names none."""
    asked = asking(question, retriever.lexicon)
    if asked is None or asked.amounts:
        return None
    found = choice.candidates(replace(asked, words=tuple(words)), retriever)
    if not found:
        return None
    if not _besides(words, found[0].rule.letter, retriever):
        return None
    passage = retriever.library.passage(found[0].rule.passage)
    layers = layers_of(passage, retriever)
    return None if covered(words, layers, retriever.lexicon) is None else _reply([passage])


def _besides(words: Sequence[str], letter: str, retriever: Retriever) -> list[str]:
    """The words that a policy's title does not say: 育儿补贴 of the policy on it is no award of its own."""
    title = retriever.lexicon.canonical(spoken(plain(retriever.library.letters[letter].title)))
    return [word for word in words if word not in title]


def _groups(subject: _Subject, retriever: Retriever) -> Iterator[list[Passage]]:
    """What each policy says of a subject: a sentence, with what stands below where it leads that in; what stands under a heading."""
    for letter in dict.fromkeys(rule.letter for rule in retriever.library.rules()):
        known = retriever.library.passages(letter)
        for place, passage in enumerate(known):
            leads = leads_on(passage.text)
            said = passage.kind is PassageKind.SENTENCE or leads
            if said and subject.says.search(plain(passage.text)):
                yield [passage, *_below(known[place + 1 :], passage)] if leads else [passage]
            elif _is_line(passage) and subject.heads.search(plain(passage.text).rstrip("。:")):
                yield list(_below_line(known[place + 1 :]))
        told = [one for one in known if _is_said(one)]
        for section, under in groupby(told, lambda one: one.section):
            if section and subject.heads.search(plain(section[-1])):
                yield [one for one in under if not _is_line(one)]


def _is_line(passage: Passage) -> bool:
    """Whether a passage is no more than an article's name: 第十五条 申报材料。"""
    return bool(_ARTICLE.match(passage.text)) and len(tidy(passage.text)) <= _LINE


def _below_line(later: Sequence[Passage]) -> Iterator[Passage]:
    """What stands below the name of an article, up to the next article."""
    for one in later:
        if _ARTICLE.match(one.text) or one.kind is PassageKind.META:
            return
        if _is_said(one):
            yield one
        elif one.kind is PassageKind.HEADING:
            return


def _is_said(passage: Passage) -> bool:
    """Whether a passage is a sentence, or an item of a list that is short enough to be read as a heading."""
    return passage.kind is PassageKind.SENTENCE or (
        passage.kind is PassageKind.HEADING and passage.text.rstrip().endswith(_ENDS)
    )


def _below(later: Sequence[Passage], lead: Passage) -> Iterator[Passage]:
    """The items of the list that a line leads in."""
    listed = False
    for one in later:
        if one.kind is PassageKind.META or (listed and _ARTICLE.match(one.text)):
            return
        if _is_said(one):
            listed = True
            yield one
            if one.paragraph == lead.paragraph and one.text.rstrip().endswith("。"):
                return
        elif listed:
            return


def _best(
    groups: Iterable[list[Passage]], words: Sequence[str], retriever: Retriever
) -> list[Passage] | None:
    """The group with a sentence that says all of the question's words, from there on; where it says none the chief one."""
    best: tuple[tuple[float, bool], list[Passage]] | None = None
    for group in filter(None, groups):
        own = _besides(words, group[0].letter, retriever)
        shares = [covered(own, layers_of(one, retriever), retriever.lexicon) for one in group]
        share = max((one for one in shares if one is not None), default=None)
        if share is None:
            continue
        fit = share, bool(_CHIEF.search("".join((*group[0].section[-1:], group[0].text))))
        if best is None or fit > best[0]:
            best = fit, group[shares.index(share) :]
    return best[1] if best else None


def _reply(group: Sequence[Passage]) -> Reply:
    """The sentences one after the other, as many as a headline holds."""
    parts: list[Headline] = []
    kept: list[Passage] = []
    size = 0
    for passage in group:
        words = tidy(passage.text)
        led = len(parts) == 1 and leads_on(group[0].text)
        if parts and not led and size + len(words) > _LONGEST:
            break
        # What a line leads in is told with it, as much as there is room for.
        words = _shortened(words, _LONGEST - size if led else _LONGEST)
        parts.append(quote(passage, words))
        kept.append(passage)
        size += len(words)
    return Reply(Kind.ANSWER, joined("", parts), passages=tuple(kept), checked=True)


def _shortened(words: str, room: int) -> str:
    """The first clauses of a long sentence."""
    if len(words) <= room:
        return words
    cuts = [match.start() for match in _CLAUSE.finditer(words) if match.start() <= room]
    return words[: cuts[-1]] if cuts else words[:room]
