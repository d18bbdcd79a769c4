"""Shares that their parts do not give: 128家 of 322家 is not 38.5%."""

from collections.abc import Iterator

from corpus.amounts.unit import same_family
from corpus.checking.ground import Ground, is_level, one_value, percent, said, same_time
from corpus.checking.interval import Interval, is_exact, loose, rounded
from corpus.checking.remark import Remark
from corpus.compiled import compiled
from corpus.figure import Figure, Measure, Status
from corpus.passage import Kind

# A share whose part is more than the value before it, or not that value.
_OTHER_PART = compiled(r"合计|共计|累计|总计|两者|三者|四者|[二两三四五六七八九]者|[均各]占|分别|[;。]")
# Where what stands between a whole and its part says that it is one: 322家企业中,…有, 301家,其中….
_WITHIN = compiled(
    r"[^,;。]*(?:中(?![小型国心学医等介部央试标期间级])|里,|内,)[^;。]*|[^,;。]*[,(:]?其中:?[^;。]*"
)
_NEXT_CLAUSE = compiled(r",[^,;。\d]{1,16}")
# What makes an amount another one than its name says.
_SUMMED = compiled("累计|五年|期间")
_WITHOUT = compiled("不含|不包括|剔除|扣除")
_TRADE = compiled(r"(?:制造)?(?:产业|行业|业)$")
_FACE = compiled(r"面$")


def shares(ground: Ground) -> Iterator[Remark]:
    """A remark for every share that is not its part divided by its whole."""
    for figure in ground.figures:
        if _is_share(figure):
            remark = _checked(ground, figure)
            if remark:
                yield remark


def _is_share(figure: Figure) -> bool:
    quantity = figure.quantity
    if quantity.printed_unit != "%" or figure.status is not Status.RESULT:
        return False
    is_face = figure.measure is Measure.LEVEL and _FACE.search(figure.indicator)
    exact = is_exact(quantity) and 0 < quantity.value <= 100
    return exact and bool(figure.measure is Measure.SHARE or is_face)


def _checked(ground: Ground, share: Figure) -> Remark | None:
    part = _part(ground, share)
    whole = _whole(ground, share, part) if part else None
    if part is None and share.whole and not share.indicator:
        whole = one_value(ground.levels(share.whole, share))
        part = _elsewhere(ground, share, whole) if whole else None
    if part is None or whole is None or whole.id == part.id or part.quantity.value > whole.quantity.value:
        return None
    if not _comparable(ground, part, whole):
        return None
    worked = (rounded(part.quantity) / rounded(whole.quantity)).times(100)
    if (
        worked.meets(loose(share.quantity))
        or _explained(ground, share)
        or _of_same_whole(ground, share, whole, worked)
    ):
        return None
    value = part.quantity.value / whole.quantity.value * 100
    return ground.remark(
        "share",
        (share, part, whole),
        name=share.name,
        part=said(part),
        whole=said(whole),
        worked=percent(value, share.quantity.places),
        printed=said(share),
    )


def _comparable(ground: Ground, part: Figure, whole: Figure) -> bool:
    """Whether a whole is the one that its part is of: not one of other titles, of several years, or of less than all."""
    words = ground.printed_before(part), ground.printed_before(whole)
    summed = {bool(_SUMMED.search(text)) for text in words}
    near = ground.near(part, whole) or (ground.same_level(part, whole) and len(summed) == 1)
    return near and not any(map(_WITHOUT.search, words))


def _of_same_whole(ground: Ground, share: Figure, whole: Figure, worked: Interval) -> bool:
    """Whether a 其中 has its share of what its whole has one of: 60岁以上占21.4%,其中65岁以上占15.3%."""
    others = (one for one in ground.beside(whole) if _is_share(one) and one.id != share.id)
    nearest = next((one for one in others if one.quantity.start > whole.quantity.start), None)
    if nearest is None or nearest.quantity.start > share.quantity.start:
        return False
    own = rounded(nearest.quantity)
    of_all = Interval(worked.low * own.low / 100, worked.high * own.high / 100)
    return of_all.meets(loose(share.quantity))


def _explained(ground: Ground, share: Figure) -> bool:
    """Whether two other amounts of the sentence give the share, so that it is only a question of which are meant."""
    amounts = [one.quantity for one in ground.beside(share) if is_exact(one.quantity)]
    pairs = ((one, other) for one in amounts for other in amounts if one.unit == other.unit != "%")
    printed = loose(share.quantity)
    return any(
        (rounded(one) / rounded(other)).times(100).meets(printed)
        for one, other in pairs
        if 0 < one.value < other.value
    )


def _part(ground: Ground, share: Figure) -> Figure | None:
    """The level that the share is of: the nearest before it, when nothing between speaks of another."""
    for figure in ground.before(share):
        if figure.measure in (Measure.GROWTH, Measure.CHANGE, Measure.RANK, Measure.GAP):
            continue
        same = (
            share.measure is Measure.LEVEL
            or _in_row(ground, share)
            or ground.bare(figure.name) == ground.bare(share.name)
        )
        return (
            figure
            if is_level(figure) and same and not _OTHER_PART.search(ground.between(figure, share))
            else None
        )
    return None


def _elsewhere(ground: Ground, share: Figure, whole: Figure) -> Figure | None:
    """The part where only a table has it: 农产品加工业占规上工业总产值的27.1%."""
    subject = _TRADE.sub("", ground.bare(share.subject))
    found = [
        one
        for one in ground.figures
        if is_level(one) and same_time(one, whole) and _TRADE.sub("", ground.bare(one.subject)) == subject
    ]
    return one_value(one for one in found if subject and one.indicator and _alike(ground, one, whole))


def _alike(ground: Ground, one: Figure, other: Figure) -> bool:
    same_unit = same_family(one.quantity.unit, other.quantity.unit)
    return same_unit and ground.bare(one.indicator) == ground.bare(other.indicator)


def _in_row(ground: Ground, share: Figure) -> bool:
    """Whether a table's row gives it, so that the row's only amount is its part."""
    passage = ground.passages.get(share.passage)
    amounts = [one for one in ground.before(share) if is_level(one)]
    return passage is not None and passage.kind is Kind.ROW and len(amounts) == 1


def _whole(ground: Ground, share: Figure, part: Figure) -> Figure | None:
    if share.whole:
        found = ground.levels(share.whole, share) or _grand_total(ground, share)
        return one_value(one for one in found if same_family(one.quantity.unit, part.quantity.unit))
    for figure in ground.before(part):
        if is_level(figure) and figure.quantity.unit == part.quantity.unit and _holds(ground, figure, part):
            return figure
    return None


def _grand_total(ground: Ground, share: Figure) -> tuple[Figure, ...]:
    """What 总投资 is of in the paragraph: 工程总投资1.36亿元, … 占总投资的39.9%."""
    if not share.whole.startswith("总"):
        return ()
    return tuple(
        one
        for one in ground.figures
        if is_level(one) and one.name.endswith(share.whole) and ground.near(one, share)
    )


def _holds(ground: Ground, whole: Figure, part: Figure) -> bool:
    between = ground.between(whole, part)
    is_total = whole.name.startswith("总") and _NEXT_CLAUSE.fullmatch(between)
    return bool(is_total or _WITHIN.fullmatch(between))
