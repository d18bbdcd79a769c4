"""What lists are told of, and gaps to several places at once:
分别高于全国、全省、全市0.5、1.1、0.8个百分点, 比全国、全省高0.5、1.1个百分点."""

import re
from collections.abc import Sequence
from functools import cache

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.draft import Draft
from corpus.extraction.lexicon import clauses, one_of
from corpus.extraction.names.predicate import Predicate
from corpus.extraction.phrase import Phrase, phrase
from corpus.figure import Measure
from corpus.runtime.replace import replace

_MEAN = compiled(r"平均(?:水平|增速|增幅)?$|水平$")
_POINTS = "个百分点"


def gaps(context: Context, run: Sequence[Clause]) -> list[Clause]:
    """The clauses of such a list with what each is a gap to; none for any other list."""
    first = run[0]
    if any(clause.slot.mention.quantity.unit != _POINTS for clause in run):
        return []
    words = context.marked.masked[first.own : first.slot.mention.start]
    match = _list().match(words) or _compared().match(words)
    if match is None:
        return []
    mean = _MEAN.search(match["wholes"])
    wholes = re.split(r"、|和|与|及", match["wholes"].removesuffix(mean[0] if mean else ""))
    if len(wholes) != len(run) or not all(wholes):
        return []
    direction = -1 if match["verb"] in clauses()["verb"]["lower"] else 1
    named = phrase(match["name"], context.setting.home)
    return [
        replace(
            clause,
            slot=replace(clause.slot, lead=first.slot.lead, own=first.slot.own),
            own=first.own,
            said=Predicate(
                min(match.start("verb"), match.start("wholes")),
                Measure.GAP,
                match["verb"],
                direction,
                whole=whole + (mean[0] if mean else ""),
            ),
            phrase=named,
            words=match["name"],
        )
        for clause, whole in zip(run, wholes, strict=True)
    ]


@cache
def _compared() -> re.Pattern[str]:
    verbs = one_of(clauses()["verb"]["gap"])
    return compiled(
        rf"(?P<name>.*?)(?:分别|依次)?(?<![占同环对可])[比较](?P<wholes>[^,;]{{3,40}}?)(?:分别)?(?:要|均)?(?P<verb>(?<![提加调增减])(?:{verbs}))(?:出|了)?$"
    )


def by_unit(
    run: Sequence[Clause], pairs: list[tuple[Phrase, Draft | None]]
) -> list[tuple[Phrase, Draft | None]]:
    """The members told before that a list of values is of, nobody where its units are others: 涉及158栋、5860户、46.7万平方米
    is of no 小区12个、面积3万平方米、投资5亿元.
    """
    units = [clause.slot.mention.quantity.unit for clause in run]
    told = [source.mention.quantity.unit if source else "" for _, source in pairs]
    alike = all(a == b or (a == _POINTS and b == "%") for a, b in zip(units, told, strict=False))
    one = len({source for _, source in pairs}) == 1
    apart = len(set(units)) == len(units) and all(told) and not (one or alike)
    return [(Phrase(), None)] * len(run) if apart else pairs


@cache
def _list() -> re.Pattern[str]:
    verbs = one_of([word for word in clauses()["verb"]["gap"] if len(word) > 1])
    return compiled(rf"(?P<name>.*?)(?:分别|依次)?(?P<verb>{verbs})(?P<wholes>[^,;]{{3,40}})$")
