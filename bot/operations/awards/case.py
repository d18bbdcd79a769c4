"""A person's own case as a question tells it: age, how long, which year or storey, and in which form the award is wanted."""

from dataclasses import dataclass

from bot.operations.awards.patterns import pattern
from corpus.amounts.numeral import counted
from corpus.compiled import compiled

_NUMBER = "[零一二三四五六七八九十两百\\d]+"
_AGE = compiled(rf"(?P<number>{_NUMBER})(?:周岁|岁)")
_NTH = compiled(rf"第(?P<number>{_NUMBER})(?P<unit>年|层)(?!级)")
_FIRST = compiled(rf"(?:前|头|首)(?P<number>{_NUMBER})个?年")
_LONG = compiled(rf"(?<![第前头首后\d.])(?P<number>{_NUMBER}|半)(?P<unit>年|个月)(?!以?[内上下前后度底初])")
# 不是低保也不是特困; 是不是 asks.
_DENIED = compiled(
    "(?<!是)(?:也)?(?:不是|不算|不属于|没评上|不享受)(?P<what>[一-鿿]{2,4}?)(?=也|[,，。;；?？的户]|$)"
    "|(?<!有)(?:没有?|未)(?!有|多少|几|[过到满])(?P<lacks>[一-鿿]{2}?)(?=[的就跑,，]|$)"
)
_HALF = {"半年": 6}
# 2023年 is no duration.
_LONGEST = 100
# Of whatever the number is, these are no words that a policy has to have.
_ANY = compiled(
    rf"{_NUMBER}(?:周岁|岁)|第{_NUMBER}(?:年|层)|[前头首后]{_NUMBER}个?年"
    rf"|(?:领|拿|干|工作)?满?(?:{_NUMBER}|半)(?:年|个月)"
)


@dataclass(frozen=True)
class Case:
    """What a person says of the own case; 0 for what is not said.

    `months` is for how long something is or was had, `years` the first and last year that is asked about, `storey` the
    floor of 第四层. `share` says that a rate is wanted and no amount, `total` that all of it together is,
    `split` how it is paid out over the years, `denied` what the person is not (不是低保).
    """

    age: int = 0
    months: int = 0
    years: tuple[int, int] | None = None
    storey: int = 0
    share: bool = False
    total: bool = False
    split: bool = False
    denied: tuple[str, ...] = ()


def case_of(text: str) -> Case:
    """The case in a folded question.

    >>> case_of("我38岁,第三年补多少").age, case_of("实习4个月一共领多少").months, case_of("见习了半年").months
    (38, 4, 6)
    """
    age = _AGE.search(text)
    nth = {match["unit"]: counted(match["number"]) for match in _NTH.finditer(text)}
    year = nth.get("年", 0)
    first = _FIRST.search(text)
    years = (year, year) if year else (1, counted(first["number"])) if first else None
    wants_total = bool(pattern("total").search(text))
    long = next(
        (
            one
            for one in _LONG.finditer(text)
            if (one[0] in _HALF or counted(one["number"]) < _LONGEST)
            and (wants_total or pattern("had").search(text[: one.start()]))
        ),
        None,
    )
    months = 0
    if long:
        months = _HALF.get(long[0]) or counted(long["number"]) * (12 if long["unit"] == "年" else 1)
    return Case(
        counted(age["number"]) if age else 0,
        months,
        years,
        nth.get("层", 0),
        bool(pattern("share").search(text)),
        wants_total,
        bool(pattern("split").search(text)),
        tuple(match["what"] or match["lacks"] for match in _DENIED.finditer(text)),
    )


def without_case(text: str) -> str:
    """A folded text with gaps for its ages, durations, years and storeys, and for what the person is not."""
    return _ANY.sub(" ", _DENIED.sub(" ", text))
