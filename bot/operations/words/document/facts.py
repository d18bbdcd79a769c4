"""What a document says of itself: its number, dates, contact, who asked, and under which name."""

import re
from collections.abc import Sequence
from functools import cache

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import ABOVE, NAME, cover
from bot.operations.figures.lookup import closest
from bot.operations.words.document.factnames import asking_words, facts_data, joined_names, named
from bot.operations.words.document.telephone import complaints, number_for
from bot.phrasing.headline import Headline, Known, Part, headline, joined, quote
from bot.phrasing.reply import Reply
from bot.understanding.expressions.thesaurus import thesaurus
from bot.understanding.question import RATES, Question
from bot.wording import say
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.letter import Fact, Letter
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy


def facts(question: Question, retriever: Retriever) -> Reply | None:
    """The facts that the question names, of the document it means; None where it names none."""
    if known := _value(question, retriever) or _among(question, retriever):
        return known
    together = joined_names(question)
    places = named(question)
    names = together or list(places)
    if not names or _is_of_more(question, names):
        return None
    if _PHONE in names:
        told = complaints(question, retriever) or number_for(
            _asked_besides(question, retriever), question, retriever
        )
        if told:
            return told
    letters = [letter for letter in retriever.library.letters.values() if _of(letter, names)]
    if not letters:
        return None
    letter = max(
        letters, key=lambda one: (_fit(one, question, retriever), one.dated.toordinal() if one.dated else 0)
    )
    if _fit(letter, question, retriever) < 0:
        return None
    # Who gave a report may be asked as who issued it is: one way of asking is answered by one of them.
    answered = {places.get(name) for name in names if not together and _of(letter, [name])}
    lacking = _lacking(
        letter, [name for name in names if _of(letter, [name]) or places.get(name) not in answered]
    )
    found = list(dict.fromkeys(_of(letter, names)))
    reply = _counted(question, letter, found, retriever) or _reply(letter, found, lacking, retriever)
    return _of_both(reply, lacking) if together or _is_all(question, retriever) else reply


def _is_all(question: Question, retriever: Retriever) -> bool:
    """Whether a question asks for facts and says nothing else than which document is meant."""
    rest = (thesaurus().plainly(words) or words for words in _asked_besides(question, retriever))
    return not any(len(words) > 1 and not thesaurus().is_talk(words) for words in rest)


def _of_both(reply: Reply, lacking: Sequence[str]) -> Reply:
    """The reply to a question for two things in one breath, of which the one is no answer."""
    return closest(reply) if lacking else replace(reply, checked=True)


def _lacking(letter: Letter, names: Sequence[str]) -> list[str]:
    """What is asked for and the letter does not say of itself, by its usual name."""
    lacking = [name.split("|") for name in names if not _of(letter, [name])]
    found = {one for name in names if _of(letter, [name]) for one in name.split("|")}
    return list(dict.fromkeys(ways[0] for ways in lacking if found.isdisjoint(ways)))


_PHONE, _WROTE = "联系电话", "委员|代表|收信人"
# How many of the signers there are is asked of people.
_PEOPLE = ("位", "名", "人", "个", "个人")


def _is_of_more(question: Question, names: Sequence[str]) -> bool:
    """Whether a question is about figures, reasons or troubles, and only says words of these facts too."""
    asked = question.asked
    if question.measures - {Measure.RANK} or asked.kind in {"money", *RATES}:
        return True
    if asked.kind == "count" and asked.word not in _PEOPLE:
        return True
    if set(names) == {_WROTE} and not re.search(facts_data()["person"]["who"], question.text):
        return True
    # 打哪个号 compares nothing.
    compares = question.wants("compare") and _PHONE not in names
    troubled = question.wants("trouble") and not {_WROTE, "联系人", _PHONE}.intersection(names)
    return compares or troubled or question.wants("reason", "check")


def _value(question: Question, retriever: Retriever) -> Reply | None:
    """The fact whose value the question names: 张航哪位 is the contact."""
    people = facts_data()["person"]["names"] if question.wants("who", "what") else ()
    for letter in retriever.library.letters.values():
        found = [
            fact
            for fact in letter.facts
            if fact.name in people and any(fact.value == run.asked for run in question.runs)
        ]
        if found:
            return _reply(letter, found, (), retriever)
    return None


def _among(question: Question, retriever: Retriever) -> Reply | None:
    """All that a list of people names, where a question asks whether one of them is in it."""
    person = facts_data()["person"]
    if not _asks_for_one().search(question.text):
        return None
    for letter in retriever.library.letters.values():
        for fact in letter.facts:
            names = fact.value.split("、") if fact.name in person["listed"] else ()
            if any(run.asked in names for run in question.runs):
                return replace(_reply(letter, [fact], (), retriever), checked=True)
    return None


@cache
def _asks_for_one() -> re.Pattern[str]:
    """What asks whether a person is in a list. Made once: it is data that never changes while the program runs."""
    return compiled(facts_data()["person"]["asks"])


def _of(letter: Letter, names: Sequence[str]) -> list[Fact]:
    """The letter's facts of these names, of alternatives the first that it has."""
    found: list[Fact] = []
    for name in names:
        ways = [[fact for fact in letter.facts if fact.name == one] for one in name.split("|")]
        found += next(filter(None, ways), [])
    return found


def _fit(letter: Letter, question: Question, retriever: Retriever) -> float:
    """How well a document is the one that the question means; below 0 where it cannot be."""
    places = [retriever.is_of(letter, place) for place in question.places]
    if (places and not any(places)) or not all(retriever.is_about(letter, one) for one in question.periods):
        return -1.0
    numbers = re.findall(r"\d+号", question.text)
    values = " ".join(fact.value for fact in letter.facts)
    canonical = retriever.lexicon.canonical
    layers = (canonical(f"{letter.title} {values}"), NAME), (canonical(letter.text), ABOVE / 2)
    covers = [cover(words, layers, retriever.lexicon) for words in _asked_besides(question, retriever)]
    if any(_ELSEWHERE.search(piece) for one in covers for piece in one.missing(retriever.lexicon)):
        return -1.0
    return sum(one.share for one in covers) + 2 * sum(f"第{number}" in values for number in numbers)


# An office or place that the document is not of; 经办, 承办 are done by one.
_ELSEWHERE = compiled(r"(?<![贵我本你该咱经承督举主协会交创兴民公])[区县市镇局委办厅]$")


def _besides(words: str) -> str:
    """What a run says besides the fact that is asked for, "" if that is a single character."""
    rest = asking_words().sub("", words)
    return rest if len(rest) > 1 else ""


def _asked_besides(question: Question, retriever: Retriever) -> list[str]:
    """What the question says besides the facts that it asks for, talk aside."""
    return [words for run in question.runs if not retriever.lexicon.is_light(words := _besides(run.words))]


def _reply(letter: Letter, found: Sequence[Fact], lacking: Sequence[str], retriever: Retriever) -> Reply:
    parts: list[Headline] = [
        headline(say("fact.one").replace("{name}", fact.name), value=_said(letter, fact, retriever))
        for fact in found
    ]
    parts += [headline(say("fact.none").replace("{name}", name)) for name in lacking]
    passages = [_passage(letter, fact, retriever) for fact in found]
    return Reply(
        Kind.ANSWER,
        joined(say("figure.separator"), parts),
        passages=tuple(dict.fromkeys(passage for passage in passages if passage)),
    )


def _counted(question: Question, letter: Letter, found: Sequence[Fact], retriever: Retriever) -> Reply | None:
    """How many people there are, where that is asked and their line says it: 王伟、李芳等9位委员; else None."""
    passage = _passage(letter, found[0], retriever) if len(found) == 1 and found[0].name in _SIGNERS else None
    if passage is None or question.asked.word not in _PEOPLE or not _NUMBER_OF.search(passage.text):
        return None
    said = quote(passage, tidy(passage.text))
    return Reply(Kind.ANSWER, said, passages=(passage,))


_SIGNERS = frozenset({"委员", "代表", "收信人"})
_NUMBER_OF = compiled(r"等?\d+[位名人]")

# Two that issue a document together, each with a gap between them and nothing else on their line.
_ISSUERS = compiled(
    r"\S{4,20}(?:局|队|委|办|厅|部|院|会|府|中心)(?:\s+\S{4,20}(?:局|队|委|办|厅|部|院|会|府|中心))+"
)


def _said(letter: Letter, fact: Fact, retriever: Retriever) -> Part:
    """What a fact says; of one that issues a document with another, both."""
    passage = _passage(letter, fact, retriever)
    if fact.name == "发文单位" and passage and _ISSUERS.fullmatch(passage.text.strip()):
        each = [quote(passage, tidy(name)) for name in passage.text.split()]
        return joined("、", each)
    return Known(fact)


def _passage(letter: Letter, fact: Fact, retriever: Retriever) -> Passage | None:
    """The passage that the fact stands in, None for one that a sidecar file gave."""
    return next(
        (one for one in retriever.library.passages(letter.id) if one.start <= fact.start < one.end), None
    )
