"""Questions about what the ones before them were answered with: 两个加起来呢, 比它少多少, 占几成, 还差几亩, 为什么."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from bot.answer import Kind
from bot.answering.readings import Readings
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.earlier import WORKED_BACK
from bot.operations.arithmetic.reckon import Working, difference, share, sum_of, times
from bot.operations.arithmetic.worked import worked
from bot.operations.derived.inside import are_alike, go_together, is_inside, is_part, moved_from
from bot.operations.figures import lookup
from bot.operations.ranking.compare import compared
from bot.phrasing.reply import Reply, together
from bot.tables import table
from bot.understanding.lexicon import patterns_of
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace

Told = Callable[[str, Sequence[str]], Reply]

_TWO, _MOST = 2, 6
_COUNTS = {"仨": 3} | {word: place for place, word in enumerate("两三四五六", 2)} | {"二": 2}
# What is longer names something itself.
_LONGEST = 40
# Of so many things the reason is told, each by itself.
_FEW = 3


@dataclass(frozen=True)
class FollowUp:
    """Answers a question about earlier answers. `told` gives what a question of the dialogue was answered with."""

    told: Told
    read: Readings
    retriever: Retriever

    def reply(self, text: str, history: Sequence[str]) -> Reply | None:
        """What comes of the figures told before; None where a question names things itself, or nothing fits it."""
        if not history or len(text) > _LONGEST:
            return None
        said = _bare(text)
        for name, way in _WAYS.items():
            match = _patterns()[name].fullmatch(said)
            reply = way(self, match, history) if match else None
            if reply:
                return replace(reply, way=f"followup.{name}", checked=True)
        return None

    def last(self, history: Sequence[str], back: int = 1, *, worked_out: bool = False) -> Sequence[Figure]:
        """The figures of one measure that the question so far back was answered with, () for what is no such answer, or is
        worked out of them unless `worked_out`."""
        if back > len(history):
            return ()
        place = len(history) - back
        reply = self.told(history[place], history[:place])
        if reply.kind is not Kind.ANSWER or not reply.figures:
            return ()
        if not worked_out and any(not one.relation for one in reply.workings):
            return ()
        asked = self.read.question(history[place], history[:place]).measures
        figures = [one for one in reply.figures if one.measure in asked] or reply.figures
        return tuple(one for one in figures if are_alike(one, figures[0]))

    def both(self, history: Sequence[str]) -> tuple[Figure, Figure] | None:
        """The two figures told last, the earlier one first: of one answer, else of the last two."""
        last = self.last(history, worked_out=True)
        figures = last if len(last) == _TWO else (*self.last(history, 2), *self.last(history))
        if len(figures) != _TWO or not go_together(figures):
            return None
        return figures[0], figures[1]


def _sum(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    """All figures of the last answer, or those of the last answers, as many as are said; two where nothing is."""
    count = _COUNTS.get(match["two"] or "", 2 if match["two"] else 0) or _number(match["count"])
    # Two that were compared are the two that are meant.
    figures = follow.last(history, worked_out=count == _TWO)
    back = 1
    while len(figures) < (count or _TWO) and back < len(history):
        back += 1
        figures = (*follow.last(history, back), *figures)
    wanted = count or max(_TWO, len(figures))
    return _added(figures, history, follow.retriever) if len(figures) == wanted <= _MOST else None


def _added(figures: Sequence[Figure], history: Sequence[str], retriever: Retriever) -> Reply | None:
    """The sum of levels; None where what one of them has in it would be added to it."""
    if not go_together(figures) or figures[0].measure is not Measure.LEVEL or figures[0].quantity.unit == "%":
        return None
    if any(is_inside(pair, retriever, asked=_asks_inside(history)) for pair in permutations(figures, 2)):
        return None
    return worked("reckon.sum", sum_of(figures), retriever)


def _asks_inside(history: Sequence[str]) -> bool:
    return _patterns()["inside"].search(history[-1]) is not None


def _number(said: str | None) -> int:
    return _COUNTS.get(said or "", 0) or int(said or 0)


def _difference(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    figures = follow.both(history)
    if figures is None:
        return None
    larger, smaller = sorted(figures, key=lambda one: -one.signed)
    return worked("reckon.difference", difference(larger, smaller), follow.retriever)


def _times(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    """The one told last against the one before it."""
    return _of_both(follow, history, "reckon.times", lambda before, last: times(last, before))


def _share(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    """What was told last in per cent of what was told before it, where the one is inside the other."""
    figures = follow.both(history)
    if figures is None or not is_inside(figures, follow.retriever, asked=_asks_inside(history)):
        return None
    return _of_both(follow, history, "reckon.portion", lambda before, last: share(last, before))


def _of_both(
    follow: FollowUp, history: Sequence[str], template: str, reckon: Callable[[Figure, Figure], Working]
) -> Reply | None:
    figures = follow.both(history)
    if figures is None or figures[0].measure is not Measure.LEVEL or not figures[0].quantity.value:
        return None
    return worked(template, reckon(*figures), follow.retriever)


def _against(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    """A thing named now beside the one told last: by how much it is more or less, else both and which is."""
    pair = _with_named(follow, match["thing"], history)
    if pair is None:
        return None
    if not match["much"]:
        return _compared(pair, follow.retriever)
    larger, smaller = sorted(pair, key=lambda one: -one.signed)
    return worked("reckon.difference", difference(larger, smaller), follow.retriever)


def _beside(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    pair = _with_named(follow, match["thing"], history)
    return _compared(pair, follow.retriever) if pair else None


def _which(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    pair = follow.both(history)
    return _compared(pair, follow.retriever) if pair else None


def _plus(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    """What was told last and a thing named now added up."""
    pair = _with_named(follow, match["thing"], history)
    return _added(pair, history, follow.retriever) if pair else None


def _of(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    """What was told last in per cent of a whole named now."""
    last = follow.last(history)
    reply = follow.told(f"{match['thing']}多少", ())
    wholes = [one for one in reply.figures if last and are_alike(one, last[0])]
    if len(last) != 1 or len(wholes) != 1 or not go_together((last[0], wholes[0])):
        return None
    if not 0 < last[0].quantity.value < wholes[0].quantity.value:
        return None
    return worked("reckon.portion", share(last[0], wholes[0]), follow.retriever)


def _within(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    """A thing named now in per cent of what was told last, of which it is a part: 里面小椒江占几成."""
    whole = follow.last(history)
    reply = follow.told(f"{match['thing']}呢", history)
    parts = [one for one in reply.figures if whole and are_alike(one, whole[0])]
    if len(whole) != 1 or reply.kind is not Kind.ANSWER:
        return reply if whole and reply.kind is Kind.NOT_FOUND else None
    pair = (whole[0], parts[0]) if len(parts) == 1 else None
    if pair is None or not go_together(pair) or not is_part(pair, follow.retriever):
        # What the thing has of something else is no part of it.
        return lookup.closest(reply)
    return worked("reckon.portion", share(parts[0], whole[0]), follow.retriever)


def _remainder(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    """由全部减规上推算规下多少: the other part of what was told last, asked with its name."""
    figures = follow.last(history)
    if len(figures) != 1:
        return None
    name = figures[0].name.replace(match["part"], "")
    reply = follow.told(f"{match['thing']}{name}多少", ())
    return lookup.closest(reply) if reply.kind is Kind.ANSWER and not reply.workings else reply


def _since(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    """By how much what was told last moved from what it was, where a sentence tells that."""
    figures = follow.last(history)
    return moved_from(figures[0], follow.retriever) if len(figures) == 1 else None


def _base(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    """What was told last a year before, out of its growth."""
    return _anew(follow, history, WORKED_BACK + "{name}上年同期多少")


def _compared(pair: Sequence[Figure], retriever: Retriever) -> Reply | None:
    return compared([retriever.stated(one) for one in pair], retriever)


def _with_named(follow: FollowUp, thing: str, history: Sequence[str]) -> tuple[Figure, Figure] | None:
    """What was told last, and what is told in the same way of a thing named now."""
    before = follow.last(history)
    reply = follow.told(f"{thing}呢", history)
    figures = [one for one in reply.figures if before and are_alike(one, before[0])]
    if reply.kind is not Kind.ANSWER or len(before) != 1 or len(figures) != 1:
        return None
    pair = (before[0], figures[0])
    return pair if go_together(pair) else None


def _left(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    return _anew(follow, history, "{name}" + match.group())


def _done(follow: FollowUp, match: re.Match[str], history: Sequence[str]) -> Reply | None:
    return _anew(follow, history, "{name}的任务" + match.group())


def _anew(follow: FollowUp, history: Sequence[str], text: str) -> Reply | None:
    figures = follow.last(history)
    if len(figures) != 1:
        return None
    reply = follow.told(text.format(name=figures[0].name), ())
    own = any(_is_same(one, figures[0]) for one in reply.figures)
    return reply if reply.kind is Kind.ANSWER and reply.workings and own else None


def _is_same(one: Figure, other: Figure) -> bool:
    return one.id == other.id or (one.name == other.name and one.passage == other.passage)


def _reason(follow: FollowUp, _: re.Match[str], history: Sequence[str]) -> Reply | None:
    """Why what was told is so, where the question before asked which thing it is and named none."""
    figures = follow.last(history)
    if not 0 < len(figures) <= _FEW or any(one.subject and one.subject in history[-1] for one in figures):
        return None
    replies = [follow.told(_why(one, follow.retriever), ()) for one in figures if one.subject]
    told = [one for one in replies if one.kind is Kind.ANSWER]
    if not told or len(told) < len(figures):
        return None
    return told[0] if len(told) == 1 else together(told)


def _why(figure: Figure, retriever: Retriever) -> str:
    card = retriever.cards.of_letter(figure.letter).by_figure[figure.id]
    growth = next((one for one in retriever.beside(card) if one.measure is Measure.GROWTH), figure)
    moved = "" if growth.measure is not Measure.GROWTH else "下降" if growth.direction < 0 else "增长"
    return f"{figure.subject}为什么{moved}"


_WAYS = {
    "sum": _sum,
    "difference": _difference,
    "compared": _difference,
    "apart": _difference,
    "times": _times,
    "share": _share,
    "against": _against,
    "beside": _beside,
    "which": _which,
    "plus": _plus,
    "of": _of,
    "left": _left,
    "done": _done,
    "versus": _against,
    "within": _within,
    "remainder": _remainder,
    "since": _since,
    "mean": _left,
    "base": _base,
    "reason": _reason,
}


def _bare(text: str) -> str:
    """A message without what begins and ends it, in one line."""
    said = re.sub(r"[\s,，、]+", "", _patterns()["trailing"].sub("", text.strip()))
    return _patterns()["leading"].sub("", said)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of bot/data/followup.toml. Read once: it is data that never changes while the program runs."""
    return patterns_of(table("followup"))
