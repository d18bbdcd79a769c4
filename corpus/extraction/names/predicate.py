"""Predicates: the words directly before an amount that say what is said of the indicator."""

import re
from collections.abc import Iterable
from functools import cache

from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, directions, guarded, indicators, one_of
from corpus.extraction.marked import PERIOD
from corpus.figure import Measure
from corpus.runtime.frozen import dataclass

_RELATIVE = ("%", "‰", "倍")
_POINTS = ("个百分点", "百分点", "个千分点", "个基点", "个BP")
_ENDING = compiled("(?:了|到|至|为|出)+$")
_BRACKET, _BRACKETED = compiled(r"\([^()]*\)"), compiled(r"\([^()]*\)$")
# 按照: what says by whose plan it is.
_LED = compiled("^(?:[省市县区]?级?财政)?按照?(?![揭摩])")
SIGNED = (Measure.GROWTH, Measure.CHANGE, Measure.GAP, Measure.CONTRIBUTION)


@dataclass(frozen=True)
class Predicate:
    """What stands between a name and its amount. The name ends at `start`, an offset into the clause.

    `moves` says that two values follow each other: "from" before the first, "to" before the second.
    `terms` are those that a growth is told on: 名义, 实际.
    `measure` is None where only the name can tell.
    """

    start: int
    measure: Measure | None = None
    verb: str = ""
    direction: int = 1
    basis: str = ""
    whole: str = ""
    aspect: str = ""
    moves: str = ""
    terms: str = ""


def predicate(masked: str, text: str, quantity: Quantity) -> Predicate:
    """What the end of a clause says of the amount behind it. `masked` and `text` are the clause before it."""
    last = masked[-1:]
    for measure, pattern, ends, has in _patterns(_family(quantity)):
        if (ends and last not in ends) or (has and has.isdisjoint(masked)):
            continue
        match = pattern.search(masked)
        if match:
            return _read(match, measure, text)
    return Predicate(len(masked))


def signed(quantity: Quantity, direction: int) -> int:
    """The direction once a minus sign and 持平 are counted in: 增长-2.7% is a fall."""
    if quantity.value == 0 and quantity.unit == "%":
        return 0
    return -1 if quantity.value < 0 else direction


def _family(quantity: Quantity) -> str:
    if quantity.printed_unit == "番":
        return "fold"
    if quantity.value == 0 and quantity.raw.endswith("持平"):
        return "equal"
    if quantity.unit in _POINTS:
        return "points"
    if quantity.unit in _RELATIVE:
        return "minus" if quantity.value < 0 else "relative"
    return "level"


def _read(match: re.Match[str], measure: Measure | None, text: str) -> Predicate:
    said = {
        name: text[slice(*match.span(name))] for name, found in match.groupdict().items() if found is not None
    }
    verb = said.get("verb", "")
    root = _ENDING.sub("", verb)
    direction = -1 if root in clauses()["verb"]["lower"] else directions().get(root, 1)
    whole = said.get("whole", "").strip("的")
    whole = _LED.sub("", _BRACKETED.sub("", whole)) if whole else ""
    basis = said.get("basis") or said.get("alone") or ""
    if measure is Measure.CHANGE and whole:
        basis, whole = f"比{whole}", ""
    return Predicate(
        match.start(),
        measure,
        said.get("turn", "") + said.get("alone", "") + verb if measure is Measure.GROWTH else verb,
        direction if measure in SIGNED else 1,
        _BRACKET.sub("", basis) if "(" in basis else basis,
        whole,
        said.get("aspect", ""),
        "from" if "source" in said else "to" if "target" in said else "",
        terms(text[match.start() :]) if measure is Measure.GROWTH else "",
    )


def terms(text: str) -> str:
    """On what terms a text says that something grew, "" if it says none."""
    return next((name for name, pattern in _terms().items() if pattern.search(text)), "")


@cache
def _terms() -> dict[str, re.Pattern[str]]:
    return {name: compiled(pattern) for name, pattern in clauses()["terms"].items()}


@cache
def _patterns(
    family: str,
) -> tuple[tuple[Measure | None, re.Pattern[str], frozenset[str], frozenset[str]], ...]:
    """Patterns in the order they are tried, for amounts of a family; with the characters that what one finds may end with, if
    few, and those of which it has one, if any.
    """
    verb, basis = clauses()["verb"], clauses()["basis"]
    adverbs = rf"(?:{'|'.join(clauses()['terms'].values())}|{guarded(basis['adverb'])})*"
    alone = rf"(?:{one_of(basis['alone'])})"
    against = r"(?:(?<![占同环对可])比(?![重例率])|较(?![大好快高多低强为]))[^,;:、。]{1,16}?"
    aspect = rf"(?P<aspect>{one_of(indicators()['aspect'])})?"
    # 新增, 河道平均比降, 坡降: no movement.
    moving = rf"(?<![新坡起])(?<![流均床道纵河]比)(?:{one_of([*verb['up'], *verb['down']])})"
    growth = (
        rf"(?:(?P<basis>{against}(?:相比)?|在[^,;]{{2,12}}?基础上))?{aspect}{adverbs}(?P<alone>{alone})?{adverbs}"
        rf"(?P<verb>{moving})了?约?$"
    )
    turned_from = rf"(?:由|从)(?P<source>){PERIOD}*的?(?:同期的?)?{aspect}{adverbs}(?P<alone>{alone})?(?P<verb>{moving})$"
    turned = rf"(?P<target>)(?P<turn>{one_of(verb['turn'])}){PERIOD}*的?{adverbs}(?P<alone>{alone})?(?P<verb>{moving})了?$"
    added = rf"(?P<basis>{against}(?:相比)?){adverbs}(?P<verb>{one_of(verb['added'])})了?约?$"
    reaching = rf"{moving}了?(?:[到至]了?|为)|{guarded(verb['reach'])}"
    apiece = r"每(?:人每)?[^,;人]{1,2}|每人|人均|户均|平均"
    reach = rf"(?:{against})?{adverbs}(?P<target>)(?P<verb>{reaching}){PERIOD}*的?(?:{apiece})?$"
    done = one_of([*indicators()["done"], *indicators()["planned"], "实绩", "数"])
    source = rf"(?:由|从|自)(?P<source>)(?:{PERIOD}*|[上去]年(?:同期)?)(?:{done})?的?(?:(?:原来|原有|目前|现在|现有|现行|当前)的?|{apiece})?$"
    compared = rf"(?<![占同环对可])[比较](?P<source>){PERIOD}+的?(?:{done})?$"
    filler = r"(?:仍|已|分别|为|达到?|约|超过|接近|近|高达|[降升]至|[降升]到|(?:提高|提升|上升|下降|降低|回落)(?:到|至)|[稳保维][定持]在)*$"
    share = (
        r"(?:约)?(?P<verb>占)(?!地(?!区|方)|[用有比])(?P<whole>(?:(?!占)[^,;:])*?)"
        rf"的?(?:比重|比例|份额|比率)?(?:(?P<source>[由从])(?:{PERIOD}*的?)$|{filler})"
    )
    inner = r"(?:[^,;、]|(?<=\d),(?=\d{3}))"  # 280,000万元
    part = rf"(?<![未没有能])(?P<verb>完成|恢复[到至]|达到?|相当于|为|是)(?P<whole>{inner}+?)的$"
    planned = r"(?P<verb>为|完成|达)(?P<whole>(?:年初|年度|调整|调整后|全年)?(?:预算|计划|任务|目标)数?)$"
    among = rf"(?:^|(?<=[、按照为达到占]))(?P<whole>{inner}{{2,20}}?)(?<!确定)(?<!设定)(?<!下达)(?<!提出)(?<!预定)的$"
    apart_by = r"(?P<verb>高于|低于|多于|少于)(?P<whole>(?!每)[^,;、]{2,16})$"
    gap = rf"{adverbs}(?P<verb>{_farther()}|超(?=全[国省市县区州]|[^,;、]{{0,6}}平均|[时序][间时]进))(?P<whole>(?:(?!{_farther()})[^,;、]){{2,24}})$"
    taller = r"(?<![占同环对可])[比较](?P<whole>[^,;:、]{1,16}?)(?P<verb>(?<![提加调增减])[高低快慢多少])(?:出|了)?$"
    rate = r"(?:对(?P<whole>[^,;]+?)的?)?(?P<verb>贡献率)(?:分别|合计|共计|总计|累计|共|均|为|达到?|约)*$"
    pull = r"(?P<verb>向?[上下]拉动?|拉动|拉[低高]|拖[累低])(?P<whole>[^,;]*?)(?:的?贡献)?(?:分别)?(?:为|达到?)?$"
    level = rf"(?:的)?(?P<verb>(?:{_light()})+)$"
    movement = [(None, source), (None, reach)]
    apart = rf"(?P<basis>(?:{against}|在[^,;]+?(?:基础上|的基础上)))"
    table: dict[str, list[tuple[Measure | None, str]]] = {
        "equal": [
            (Measure.GROWTH, rf"(?:(?P<basis>[与同和跟比较][^,;:、]{{1,12}}?)|(?P<alone>{alone}))?{adverbs}$")
        ],
        "fold": [(Measure.GROWTH, rf"(?:{apart}|(?P<alone>{alone}))?{adverbs}$")],
        "points": [
            *movement,
            (Measure.CONTRIBUTION, pull),
            (Measure.CHANGE, growth),
            (Measure.GAP, gap),
            (Measure.GAP, taller),
        ],
        "relative": [
            (Measure.SHARE, share),
            (Measure.CONTRIBUTION, rate),
            *movement,
            (Measure.SHARE, part),
            (Measure.SHARE, planned),
            (Measure.GROWTH, turned),
            (Measure.GROWTH, turned_from),
            (Measure.GROWTH, growth),
            (Measure.GROWTH, rf"(?:(?P<basis>{against})|^)(?P<verb>偏?[多少]|偏[高低])(?:了)?$"),
            (Measure.GAP, taller),
            (None, level),
            (Measure.SHARE, among),
        ],
        "level": [
            *movement,
            (None, compared),
            (Measure.GAP, apart_by),
            (Measure.CHANGE, added),
            (Measure.CHANGE, growth),
            (Measure.CHANGE, taller),
            (Measure.CHANGE, rf"(?P<alone>{alone})(?P<verb>[多少])$"),
            (None, level),
        ],
    }
    # 同比-2.7%, 较上年+2.7%: the sign is the verb.
    earlier = rf"(?:{PERIOD}+|[上去]年)(?:的?同[期月])?"
    bare = (
        rf"(?:(?P<basis>(?<![占同环对可])[比较]{earlier}|[与和同]{earlier}相比)|(?P<alone>{alone})){adverbs}"
    )
    table["minus"] = [(Measure.GROWTH, rf"{bare}(?:{_light()})*$"), *table["relative"]]
    table["relative"].insert(0, (Measure.GROWTH, rf"{bare}\+$"))
    ends = {
        growth: _ends([*verb["up"], *verb["down"], "了", "约"]),
        added: _ends([*verb["added"], "了", "约"]),
        level: _ends(verb["light"]),
        part: _ends("的"),
        among: _ends("的"),
    }
    has = {
        reach: frozenset({"到", "至", "为", *(word[-1] for word in verb["reach"])}),
        source: frozenset("由从自"),
        compared: frozenset(PERIOD),
        share: frozenset("占"),
        rate: frozenset("率"),
        planned: frozenset("算划务标"),
        turned: frozenset(word[0] for word in verb["turn"]),
        turned_from: frozenset("由从"),
        taller: frozenset("比较"),
        pull: frozenset("拉拖"),
        gap: frozenset(word[0] for word in verb["gap"]),
    }
    nothing: frozenset[str] = frozenset()
    return tuple(
        (measure, compiled(pattern), ends.get(pattern, nothing), has.get(pattern, nothing))
        for measure, pattern in table[family]
    )


def _ends(words: Iterable[str]) -> frozenset[str]:
    """What a text may end with that one of the words ends: `$` stands before the end of a line, too."""
    return frozenset({*(word[-1] for word in words), "\n"})


@cache
def _farther() -> str:
    return one_of([word for word in clauses()["verb"]["gap"] if len(word) > 1])


@cache
def _light() -> str:
    """Light verbs before an amount."""
    return guarded(clauses()["verb"]["light"])
