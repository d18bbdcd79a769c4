"""Pairs: texts that belong together, mined from the data without a label.

Nothing is mined from what is held back for judging (see `sources`), and nothing from any evaluation set.
"""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from index.train.teacher import meanings
from index.train.texts import sources

_REST = 300
_WORD = re.compile(r"[\u4e00-\u9fff]{2,6}")
# （二）着力稳住工业经济。…… and 一是强化要素保障：……: a heading that its paragraph goes on from.
_HEADED = re.compile(r"^[（(]?[一二三四五六七八九十]+[)）、.]?(.{4,30}?)[。：:](.{20,})")
_OPENED = re.compile(r"^([\u4e00-\u9fff]{4,14})。?[，：:](.{14,})")


@dataclass(frozen=True)
class Pair:
    """Two texts that belong together, and one that looks right and is not; empty where none is known."""

    anchor: str
    positive: str
    negative: str = ""


Mined = dict[str, list[Pair]]


def mined(data: Path, chance: random.Random) -> Mined:
    """All pairs by kind; what each kind is, is said where it is made."""
    asked = [row for name in sources.QUESTIONS for row in sources.asked(data, name) if not row.held_back]
    stories = [*sources.asked(data, sources.STORIES)]
    abstracts = [*sources.abstracts(data)]
    prose = dict.fromkeys([*(row.paragraph for row in asked + stories), *(text for _, text in abstracts)])
    found: Mined = {
        "paragraph": [*paragraphs(asked + stories, chance)],
        "sentence": [*answers(asked, chance)],
        "prose_cloze": [*clozes(prose, chance)],
        "title": [Pair(title, text) for title, text in abstracts],
        "wordnet": [*same_meaning(sources.synonyms(data))],
        "same_gloss": [*same_gloss(sources.entries(data), chance)],
    }
    for document in sources.documents(data):
        if not document.held_back:
            _add(found, of_document(document, chance))
    for law in sources.laws(data):
        _add(found, of_law(law, chance))
    return found


def _add(found: Mined, more: Iterable[tuple[str, Pair]]) -> None:
    for kind, pair in more:
        found.setdefault(kind, []).append(pair)


def paragraphs(asked: Sequence[sources.Asked], chance: random.Random) -> Iterator[Pair]:
    """A question with its paragraph, and with another of the same article, which is about the same."""
    article: dict[str, list[str]] = defaultdict(list)
    for row in asked:
        if row.title and row.paragraph not in article[row.title]:
            article[row.title].append(row.paragraph)
    for row in asked:
        yield Pair(row.question, row.paragraph, _other(article[row.title], row.paragraph, chance))


def answers(asked: Iterable[sources.Asked], chance: random.Random) -> Iterator[Pair]:
    """A question with the sentence that holds its answer, and with another of the same paragraph."""
    for row in asked:
        if row.start >= 0 and row.answer:
            parts = sources.cut(row.paragraph)
            around = (part for part in parts if row.answer in part)
            close = min(around, key=lambda part: abs(row.paragraph.find(part) - row.start), default="")
            if close:
                yield Pair(row.question, close, _other(parts, close, chance))


def _other(texts: Sequence[str], own: str, chance: random.Random) -> str:
    others = [text for text in texts if text != own]
    return chance.choice(others) if others else ""


def clozes(texts: Iterable[str], chance: random.Random) -> Iterator[Pair]:
    """Two sentences of each text, each with the rest."""
    for parts in map(sources.cut, texts):
        if len(parts) >= 3:
            yield cloze(parts, chance)
            yield cloze(parts, chance)


def of_document(document: sources.Document, chance: random.Random) -> Iterator[tuple[str, Pair]]:
    """The pairs of an official text.

    cloze: a sentence with the rest of its paragraph; heading and clause: an opening with what it opens;
    following: a sentence with the next.
    """
    line: list[str] = []
    for paragraph in document.paragraphs:
        parts = [part for part in sources.cut(paragraph) if len(part) >= 8]
        line += parts
        if len(parts) >= 2:
            yield "cloze", cloze(parts, chance)
        if headed := _HEADED.match(paragraph):
            yield "heading", Pair(headed[1], headed[2][:_REST])
        for opened in filter(None, map(_OPENED.match, parts)):
            yield "clause", Pair(opened[1], opened[2])
    for first, second in pairwise(line):
        if min(len(first), len(second)) >= 10:
            yield "following", Pair(first, second)


def of_law(law: sources.Law, chance: random.Random) -> Iterator[tuple[str, Pair]]:
    """The pairs of a law: its title with an article, a sentence with the rest, a condition with what follows."""
    for chapter, text in law.articles:
        if chance.random() < 0.25:
            yield "law_title", Pair(f"{law.title.replace('中华人民共和国', '')} {chapter}", text[:_REST])
        parts = [part for part in sources.cut(text) if len(part) >= 10]
        first, _, rest = text.partition("，")
        if len(parts) >= 2 and chance.random() < 0.5:
            yield "law_cloze", cloze(parts, chance)
        elif len(parts) == 1 and len(first) >= 5 and len(rest) >= 10 and chance.random() < 0.3:
            yield "law_clause", Pair(first, rest[:_REST])


def cloze(parts: Sequence[str], chance: random.Random) -> Pair:
    """One sentence of a paragraph, with the others."""
    taken = chance.randrange(len(parts))
    return Pair(parts[taken], "".join([*parts[:taken], *parts[taken + 1 :]])[:_REST])


def same_meaning(synsets: Iterable[tuple[str, ...]]) -> Iterator[Pair]:
    """The words of one meaning, each with the next three."""
    for words in synsets:
        plain = [word for word in words if _WORD.fullmatch(word)]
        for place, word in enumerate(plain):
            yield from (Pair(word, other) for other in plain[place + 1 : place + 4])


def same_gloss(entries: Iterable[sources.Entry], chance: random.Random) -> Iterator[Pair]:
    """Words that the dictionary explains alike, each with the next; a gloss of many words means too little."""
    words = defaultdict(set)
    for entry in entries:
        if _WORD.fullmatch(entry.word):
            for gloss in meanings(entry.glosses):
                words[gloss.lower()].add(entry.word)
    for gloss, same in words.items():
        if 2 <= len(same) <= 8 and 3 <= len(gloss) <= 40:
            order = sorted(same)
            chance.shuffle(order)
            yield from (Pair(one, other) for one, other in pairwise(order))


def save(found: Mined, folder: Path) -> None:
    """Writes a file for each kind, a pair a line."""
    for kind, some in found.items():
        with gzip.open(folder / f"{kind}.jsonl.gz", "wt", encoding="utf-8", compresslevel=1) as file:
            file.writelines(json.dumps(asdict(pair), ensure_ascii=False) + "\n" for pair in some)


def load(folder: Path) -> Mined:
    """The pairs of a folder by kind."""
    return {
        path.name.removesuffix(".jsonl.gz"): [Pair(**json.loads(line)) for line in _lines(path)]
        for path in sorted(folder.glob("*.jsonl.gz"))
    }


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file
