"""Several measures of one thing put side by side, as each is asked for: 投资的名次、金额和增速都要."""

from corpus.compiled import compiled

_MEASURE = "(?:排名|名次|位次|金额|数额|总量|总额|绝对数|绝对值|体量|增速|增幅|涨幅|降幅|占比|比重|负增长面)"
_AND = r"[、,，和与及跟\s]+"
_LISTED = compiled(
    rf"^(?P<thing>[^、,，和与及跟]+?)[的\s]*(?P<measures>{_MEASURE}(?:{_AND}{_MEASURE})+)(?![一-鿿]?(?:第|前)).{{0,10}}$"
)
_GROWTH, _LEVEL = compiled("[增涨降][速幅]"), compiled("金额|数额|总[量额]|绝对|体量")
# Nobody lists measures at such length, and the pattern looks at gaps again from each place.
_LONGEST = 80
_APART = compiled(_AND)


def measures_apart(text: str) -> str:
    """A question for each measure that a text lists, no level beside its growth, which is told with it; "" where it lists
    none.

    >>> measures_apart("工业投资的名次、金额和增速都报一下")
    '工业投资名次多少,工业投资增速多少'
    """
    match = _LISTED.match(text) if len(text) <= _LONGEST else None
    if match is None:
        return ""
    measures = _APART.split(match["measures"])
    grown = any(map(_GROWTH.match, measures))
    asked = [one for one in measures if not (grown and _LEVEL.match(one))]
    return ",".join(f"{match['thing']}{one}多少" for one in asked)
