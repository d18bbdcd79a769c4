"""Questions about figures and plans, made by rule from official texts.

A clause such as 规模以上工业增加值增长5.6% says what can be asked. The grammar asks it (规上工业涨了多少), in the everyday words
of the lexicon, and the answer is the sentence around the clause. Beside it stands the wrong sentence of the same
document that is hardest to tell from it: the same indicator of another industry, the same industry in another
respect, the target instead of the result.
"""

import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.train.texts import sources
from index.train.texts.everyday import Lexicon, read_lexicon, same_words
from index.train.texts.pairs import Mined, Pair

GRAMMAR = Path(__file__).with_name("questions.toml")
_ASKED_TWICE = 0.5
_REPLACED = 0.7
_SHORTEST, _LONGEST = 2, 24
_ENDS = "、“”（）()《》 "
_AROUND = re.compile(r"^(?:其中|全年|目标是|提出)|(?:分别|目标|控制|目标是|预计|均)+$")


@dataclass(frozen=True)
class Grammar:
    """The tables of questions.toml, and the patterns made of them."""

    ask: dict[str, list[str]]
    frame: dict[str, list[str]]
    status: dict[str, list[str]]
    skip: list[str]
    kinds: dict[str, str]
    clause: re.Pattern[str]
    measure: re.Pattern[str]


@dataclass(frozen=True)
class Claim:
    """What a clause says: of what, by which verb, how much; `kind` names the questions that fit."""

    subject: str
    verb: str
    unit: str
    kind: str
    planned: bool
    sentence: str


def read_grammar(path: Path = GRAMMAR) -> Grammar:
    """The grammar of a file."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = {
        word: kind
        for table in (said["verb"], said["unit"])
        for kind, words in table.items()
        for word in words
    }
    verbs = _any(word for words in said["verb"].values() for word in words)
    deeds = _any(said["verb"]["act"])
    units = _any(word for words in said["unit"].values() for word in words)
    return Grammar(
        said["ask"],
        said["frame"],
        said["status"],
        said["skip"]["subject"],
        kinds,
        re.compile(
            rf"""
            (?P<done>    {deeds} )?                         # 新建, in 新建绿道137公里
            (?P<subject> [^\s，。；：]*? )                   # 规模以上工业增加值; none: the clause before has it
            (?P<verb>    {verbs} )? [了约近至到]?             # 增长
            (?P<amount>  \d+(?:\.\d+)? )                    # 5.6
            (?P<unit>    {units} ) (?:以上|左右|以内)?         # %
            (?P<after>   [\u4e00-\u9fff“”]{{0,10}} ) $      # 新建137公里 绿道
            """,
            re.VERBOSE,
        ),
        re.compile(rf"(?:{_any(said['marker']['measure'])})(?P<subject>[\u4e00-\u9fff“”]{{3,14}})"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def claims(paragraph: str, grammar: Grammar) -> Iterator[Claim]:
    """The figures of a paragraph that can be asked for.

    >>> found = claims("工业投资增长8.1%，增速居全国前列。新建绿道137公里。", read_grammar())
    >>> [(claim.subject, claim.kind) for claim in found]
    [('工业投资', 'rise'), ('绿道', 'act')]
    """
    for sentence in sources.cut(paragraph):
        subject = ""
        for clause in re.split(r"[，,。；;：:、]", sentence):
            found = grammar.clause.fullmatch(clause)
            if not found:
                # A clause without a figure may name what the next one counts.
                subject = _named(clause, grammar)
                continue
            verb = found["done"] or found["verb"] or ""
            subject = _named(found["subject"] or found["after"], grammar) or subject
            if subject:
                kind = _kind(grammar.kinds.get(verb, "reach"), grammar.kinds[found["unit"]])
                planned = _is_planned(clause, paragraph, grammar)
                yield Claim(subject, verb, found["unit"].lstrip("万亿"), kind, planned, sentence)


def _kind(verb: str, unit: str) -> str:
    if verb in ("rise", "fall") and unit == "share":
        return verb
    return verb if verb == "act" and unit == "count" else unit


def _is_planned(clause: str, paragraph: str, grammar: Grammar) -> bool:
    planned, done = (
        sum(word in clause or word in paragraph[:30] for word in grammar.status[status])
        for status in ("planned", "done")
    )
    return planned > done


def _named(printed: str, grammar: Grammar) -> str:
    """What is counted, without the words around it; empty where that is nothing that can be asked for."""
    subject = _AROUND.sub("", printed.strip(_ENDS))
    fits = _SHORTEST <= len(subject) <= _LONGEST and not re.search(r"\d", subject)
    return subject if fits and not subject.startswith(tuple(grammar.skip)) else ""


def asked(claim: Claim, place: str, grammar: Grammar, lexicon: Lexicon, chance: random.Random) -> str:
    """A question that the claim answers."""
    forms = grammar.ask[claim.kind] + (grammar.ask["planned"] * 2 if claim.planned else [])
    said = chance.choice(forms).format(
        s=lexicon.spoken(claim.subject, chance, _REPLACED), v=claim.verb, u=claim.unit
    )
    return framed(said, place, grammar.frame["planned" if claim.planned else "done"], grammar, chance)


def framed(said: str, place: str, periods: Sequence[str], grammar: Grammar, chance: random.Random) -> str:
    """The question with where, when, and the words that people put around it."""
    frame = grammar.frame
    where = chance.choice([*frame["local"], *([place] * 3 if place else [])])
    before = [where, chance.choice(periods)]
    chance.shuffle(before)
    return "".join([chance.choice(frame["opening"]), *before, said, chance.choice(frame["closing"])])


def confusable(claim: Claim, others: Sequence[Claim], chance: random.Random) -> str:
    """The sentence of another claim that is easily taken for this one's; empty if there is none.

    The same ending is the same indicator of something else (电子产业产值, 医化产业产值); the same beginning another
    respect or another period of the same.
    """
    near = [
        other.sentence
        for other in others
        if other.sentence != claim.sentence
        and (other.subject[-2:] == claim.subject[-2:] or other.subject[:3] == claim.subject[:3])
        and claim.subject not in other.sentence.replace(other.subject, "")
    ]
    return chance.choice(near) if near else ""


def of_document(
    document: sources.Document, grammar: Grammar, lexicon: Lexicon, chance: random.Random
) -> Iterator[tuple[str, Pair]]:
    """The questions of a document: of kind figure and measure."""
    found = [claim for text in document.paragraphs for claim in claims(text, grammar)]
    place = _place(document)
    for claim in found:
        for _ in range(1 + (chance.random() < _ASKED_TWICE)):
            yield (
                "figure",
                Pair(
                    asked(claim, place, grammar, lexicon, chance),
                    claim.sentence,
                    confusable(claim, found, chance),
                ),
            )
    for sentence in (part for text in document.paragraphs for part in sources.cut(text)):
        for pair in _about_plans(sentence, place, grammar, lexicon, chance):
            yield "measure", pair


def _about_plans(
    sentence: str, place: str, grammar: Grammar, lexicon: Lexicon, chance: random.Random
) -> Iterator[Pair]:
    """What will be done about something, answered by a sentence that goes on about it."""
    for clause in re.split(r"[，。；：、]", sentence)[:2]:
        if (said := grammar.measure.fullmatch(clause)) and len(sentence) > len(clause) + 10:
            subject = lexicon.spoken(said["subject"], chance, _REPLACED)
            question = chance.choice(grammar.ask["measure"]).format(s=subject)
            yield Pair(framed(question, place, grammar.frame["planned"], grammar, chance), sentence)


def _place(document: sources.Document) -> str:
    """The province whose document it is; empty for the State Council's and where the title does not say."""
    named = re.match(r"(?:\d+年)?([\u4e00-\u9fff]{2,3}?)(?:省|市|自治区|壮族|回族|维吾尔)", document.title)
    return named[1] if named else ""


def made(data: Path, chance: random.Random) -> Mined:
    """All made questions by kind, with the lexicon itself as `everyday`."""
    grammar, lexicon = read_grammar(), read_lexicon()
    found: Mined = {"everyday": [*same_words(lexicon)]}
    for document in sources.documents(data):
        if not document.held_back:
            for kind, pair in of_document(document, grammar, lexicon, chance):
                found.setdefault(kind, []).append(pair)
    return found
