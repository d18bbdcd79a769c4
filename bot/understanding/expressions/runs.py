"""The content of a question: the runs of words that an answer has to meet."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from bot.understanding.draft import Draft
from bot.understanding.expressions.segment import NUMERALS, Segment, Sort
from bot.understanding.lexicon import Lexicon, any_of
from bot.understanding.question import Run


def runs_of(draft: Draft, lexicon: Lexicon, names: frozenset[str]) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """The runs of content, and the single characters that are too short to be asked for."""
    runs: list[Run] = []
    short: list[str] = []
    piece = 0
    whole = False
    for group in _groups(draft.segments, lexicon.weak):
        if len(group) == 1 and group[0].sort in (Sort.CUE, Sort.BREAK):
            piece += bool(group[0].text in lexicon.connectors and runs)
            whole = whole or bool(runs and group[0].text.startswith("占"))
            continue
        words = "".join(segment.text for segment in group)
        start, end = draft.origins[group[0].start], draft.origins[group[-1].end - 1] + 1
        if NUMERALS.issuperset(words):
            continue
        if len(words) == 1 and not any(words in name for name in names):
            short.append(words)
        else:
            parts = _parted(words, lexicon.exclusive)
            terms = [segment.text for segment in group if _is_term(segment, draft.words)]
            runs += [
                Run(
                    part,
                    draft.text[start:end],
                    piece + number,
                    tuple(term for term in terms if term in part),
                    whole,
                )
                for number, part in enumerate(parts)
            ]
            piece += len(parts) - 1
    return tuple(runs), tuple(short)


def _is_term(segment: Segment, words: frozenset[str]) -> bool:
    """Whether a segment is a word that half of is another: 农业 and 工业 share 业."""
    return len(segment.text) > 1 and segment.sort in (Sort.TEXT, Sort.WORD) and segment.text in words


def _parted(words: str, exclusive: Sequence[tuple[str, ...]]) -> list[str]:
    """The run cut before each further word that excludes one before it: 博士硕士 asks for two things."""
    for group in exclusive:
        found = list(_any_of(group).finditer(words))
        if len({match.group() for match in found}) > 1:
            cuts = [0, *(match.start() for match in found[1:]), len(words)]
            return [words[start:end] for start, end in pairwise(cuts)]
    return [words]


@cache
def _any_of(group: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words of a group of the lexicon."""
    return any_of(group)


def _groups(parts: Sequence[Segment], weak: frozenset[str]) -> list[list[Segment]]:
    """The segments, neighbours of content put together."""
    groups: list[list[Segment]] = []
    for place, segment in enumerate(parts):
        alone = _is_alone(parts, place, weak)
        if alone or not groups or _is_alone(parts, place - 1, weak):
            groups.append([segment])
        else:
            groups[-1].append(segment)
    return groups


def _is_alone(parts: Sequence[Segment], place: int, weak: frozenset[str]) -> bool:
    """Whether a segment is no content. A weak filler is, beside a character that no letter has."""
    segment = parts[place]
    if segment.sort is not Sort.CUE or segment.text not in weak:
        return segment.sort in (Sort.CUE, Sort.BREAK)
    beside = (*parts[max(0, place - 1) : place], *parts[place + 1 : place + 2])
    return all(other.sort is not Sort.UNKNOWN for other in beside)
