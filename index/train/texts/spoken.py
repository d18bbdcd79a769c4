"""Spoken questions, made by rule: a phrase of an official text as people would ask for it.

利用外资增长45% becomes 老外投的钱涨了多少: the phrase in everyday words, with what stands around it and the figure asked
for. The answer is its sentence; beside it stands another one of the document about the same, or the next.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from index.train.texts import sources
from index.train.texts.everyday import Lexicon, read_lexicon
from index.train.texts.pairs import Mined, Pair
from index.train.texts.questions import Grammar, read_grammar

_ALONE = 0.3  # of the questions name the phrase alone
_SAID = 0.9  # of the other printed phrases around the one that is asked for, in everyday words
_OF_LAWS = 0.2  # of the articles; the laws are 18 million characters
_SHORTEST = 3  # characters of a phrase that is worth a question
_BEFORE, _AFTER = 5, 7  # characters that are asked along with it
_FIGURE = re.compile(r"\d[\d,.]*(?:[—~-]\d[\d.]*)?(?:[%％‰]|[十百千万亿]*[\u4e00-\u9fff]?(?:美元|百分点)?)")
_BREAK = "，,；;：:。！？、"


def asked(sentence: str, lexicon: Lexicon, grammar: Grammar, chance: random.Random) -> str:
    """A question for one of a sentence's printed phrases; empty where it has none that is worth one."""
    phrases = [match for match in lexicon.printed.finditer(sentence) if len(match.group()) >= _SHORTEST]
    if not phrases:
        return ""
    phrase = chance.choice(phrases)
    said = chance.choice(lexicon.said[phrase.group()])
    if chance.random() < _ALONE:
        said = chance.choice(grammar.ask["measure"]).format(s=said)
    else:
        before, after = _around(sentence, *phrase.span())
        said = "".join([lexicon.spoken(before, chance, _SAID), said, lexicon.spoken(after, chance, _SAID)])
    return "".join([chance.choice(grammar.frame["opening"]), said, chance.choice(grammar.frame["closing"])])


def _around(sentence: str, start: int, end: int) -> tuple[str, str]:
    """What stands right before and behind a phrase in its clause, a figure as what asks for it."""
    before = re.split(f"[{_BREAK}]", sentence[:start])[-1][-_BEFORE:]
    after = re.split(f"[{_BREAK}]", _FIGURE.sub("多少", sentence[end:], count=1))[0][:_AFTER]
    return before, after


def of_sentences(
    sentences: Sequence[str], lexicon: Lexicon, grammar: Grammar, chance: random.Random
) -> Iterator[Pair]:
    """The questions to the sentences of a document."""
    for place, sentence in enumerate(sentences):
        if question := asked(sentence, lexicon, grammar, chance):
            yield Pair(question, sentence, _beside(sentences, place, lexicon))


def _beside(sentences: Sequence[str], place: int, lexicon: Lexicon) -> str:
    """The nearest other sentence that has a phrase of this one, else a neighbour."""
    phrases = set(lexicon.printed.findall(sentences[place]))
    others = sorted(range(len(sentences)), key=lambda other: abs(other - place))[1:40]
    alike = (sentences[other] for other in others if any(phrase in sentences[other] for phrase in phrases))
    return next(alike, sentences[others[0]] if others else "")


def made(data: Path, chance: random.Random) -> Mined:
    """All spoken questions: `spoken` to reports and policies, `law_spoken` to laws."""
    lexicon, grammar = read_lexicon(), read_grammar()

    def questions(texts: Iterable[Iterable[str]]) -> list[Pair]:
        cut = ([part for text in one for part in sources.cut(text)] for one in texts)
        return [pair for sentences in cut for pair in of_sentences(sentences, lexicon, grammar, chance)]

    reports = [document for document in sources.documents(data) if not document.held_back]
    laws = ([text for _, text in law.articles if chance.random() < _OF_LAWS] for law in sources.laws(data))
    return {
        # Each report three times, with other words.
        "spoken": questions(document.paragraphs for document in reports * 3),
        "law_spoken": questions(laws),
    }
