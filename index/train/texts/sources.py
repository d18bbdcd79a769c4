"""The data files as records, and what of them is held back for judging."""

import gzip
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.texts.sentence import sentences

QUESTIONS = ("qa_drcd", "qa_xquad_zh", "qa_chinesesquad_dev")
STORIES = "qa_cmrc2017_user_valid"
PARALLEL = ("par_gov_work_reports", "par_tatoeba", "par_xquad")
# The crawl's column names, left at the head of each policy.
_CRAWLED = "(id, crawl_url"


@dataclass(frozen=True)
class Asked:
    """A question, the paragraph that answers it, and where the answer starts; -1 where it has none."""

    question: str
    paragraph: str
    answer: str
    start: int
    title: str

    @property
    def held_back(self) -> bool:
        """Whether it is kept for judging: a quarter of the titles, so no paragraph's neighbour is trained on."""
        return _in_quarter(self.title)


@dataclass(frozen=True)
class Document:
    """An official text: its title and its paragraphs in order."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def held_back(self) -> bool:
        """Whether it is kept for judging: a quarter of the documents, by their text, as titles repeat."""
        return _in_quarter("".join(self.paragraphs))


@dataclass(frozen=True)
class Law:
    """A law: its title and its articles, each with its chapter."""

    title: str
    articles: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Parallel:
    """A Chinese text and the same in English."""

    chinese: str
    english: str

    @property
    def held_back(self) -> bool:
        """Whether it is kept for judging: a quarter, by the English, so that no paraphrase of it is trained on."""
        return _in_quarter(self.english)


@dataclass(frozen=True)
class Entry:
    """A word of the dictionary with its English glosses."""

    word: str
    glosses: tuple[str, ...]


def _in_quarter(key: str) -> bool:
    return zlib.crc32(key.encode()) % 4 == 0


def _rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def asked(data: Path, name: str) -> Iterator[Asked]:
    """The questions of one of the files of `QUESTIONS`, or of `STORIES`."""
    for row in _rows(data, name):
        yield Asked(row["q"], row["p"], row.get("a", ""), row.get("s", -1), row.get("t", ""))


def documents(data: Path) -> Iterator[Document]:
    """The provinces' reports of 2026, the State Council's policies of 2019 and its reports of 2009 to 2022."""
    for name in ("gov_provincial_reports_2026", "gov_state_council_policy_2019"):
        for row in _rows(data, name):
            paragraphs = (text for text in row["paras"] if not text.startswith(_CRAWLED))
            yield Document(row["title"], tuple(paragraphs))
    reports = defaultdict(list)
    for row in _rows(data, "par_gov_work_reports"):
        reports[row["src"]].append(row["zh"])
    for year, texts in reports.items():
        yield Document(f"{year}年国务院政府工作报告", tuple(texts))


def laws(data: Path) -> Iterator[Law]:
    """The laws and regulations."""
    for row in _rows(data, "gov_laws"):
        yield Law(row["title"], tuple((chapter, text) for chapter, text in row["arts"]))


def abstracts(data: Path) -> Iterator[tuple[str, str]]:
    """Titles of scientific papers with their abstracts."""
    return ((row["t"], row["p"]) for row in _rows(data, "pair_csl_title"))


def parallel(data: Path, name: str) -> Iterator[Parallel]:
    """The sentences in both languages of one of the files of `PARALLEL`."""
    return (Parallel(row["zh"], row["en"]) for row in _rows(data, name))


def entries(data: Path) -> Iterator[Entry]:
    """The words of CC-CEDICT, a word with several pronunciations more than once."""
    return (Entry(row["zh"], tuple(row["en"])) for row in _rows(data, "lex_cc_cedict"))


def synonyms(data: Path) -> Iterator[tuple[str, ...]]:
    """The words of each meaning of the Chinese Open Wordnet."""
    return (tuple(row["zh"]) for row in _rows(data, "lex_chinese_open_wordnet"))


def cut(text: str, shortest: int = 8) -> list[str]:
    """The sentences of a paragraph; one shorter than `shortest` characters is joined to the one before.

    >>> cut("全省经济稳中有进。好。其中工业增长5.6%,拉动作用明显。")
    ['全省经济稳中有进。好。', '其中工业增长5.6%,拉动作用明显。']
    """
    found: list[str] = []
    for start, end in sentences(text):
        part = re.sub(r"\s+", "", text[start:end])
        if found and len(part) < shortest:
            found[-1] += part
        else:
            found.append(part)
    return found
