"""What is taken out of a question before its words are read: each step fills slots and masks what filled them."""

import re
from collections.abc import Callable, Collection

from bot.understanding.draft import STATUSES, Draft, without
from bot.understanding.lexicon import Lexicon
from bot.understanding.numbered import ordinals
from bot.understanding.question import Asked
from bot.understanding.times import take_periods
from bot.understanding.vocabulary import Vocabulary
from corpus.amounts.numeral import counted
from corpus.amounts.quantity import quantities
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.place import level, mentions
from corpus.runtime.replace import replace
from corpus.texts.text import fold

_ASKED = compiled(r"(?<![哪这那十好第近])(?:多少|好多|几多|几)(?P<word>[^\W\d_]{1,5})")
# 几个里头: among some, and no question.
_AMONG = compiled("里头|里面|当中|之中|里")
# 14.64亿是多少万; as a question of its own, 是多少万元 continues a dialogue.
_STATED = compiled(r"\d[^是]*是多少|^是多少")
# 主板上市, 开超市 and 租园区 end as places do.
_NOT_NAMED = compiled(
    "[哪几个这那些的各每有在是里和跟比占咱俺我你您]|[上超门]市$|(?:园|小|社|库|景|厂|校|片|地)区$"
)
_SCALE = compiled("^[十百千]?[万亿](?=.)")
_CURRENCIES = ("美", "人民币")
# How much more in these is no amount of what is measured.
_RELATIVE = frozenset({"points", "percent", "multiple", "time"})

# 为啥黄柏乡不通校车: a word of a question is no beginning of a place's name.
_QUESTION = compiled("为(?:啥|什么|何)|凭啥|[咋啥谁]|怎么|什么")
_SIZED = compiled("(?<![多老最])[大小]$")
_LEVELS = {"国": 0, "省": 1, "市": 2, "州": 2}

Step = Callable[[Draft, Lexicon, Vocabulary], Draft]


def slotted(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    """The draft after all steps; their order matters, for a later one sees what the earlier ones left."""
    steps: tuple[Step, ...] = (
        _take_terms,
        _take_basis,
        lambda draft, *_: take_periods(draft),
        _take_ways,
        _take_conversion,
        _take_asked,
        _take_literals,
        _take_counts,
        _take_places,
    )
    for step in steps:
        draft = step(draft, lexicon, vocabulary)
    return draft


def _take_terms(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    """实际增长, 扣除价格因素增长: on what terms a growth is meant, which is nothing to be met by a name."""
    found = {
        name: match for name, pattern in lexicon.terms_asked.items() if (match := pattern.search(draft.text))
    }
    if not found:
        return draft
    name, match = next(iter(found.items()))
    text = without(draft.text, [match.span()])
    return replace(draft, text=text, found=replace(draft.found, terms=name))


def _take_basis(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    """比去年底, 跟一季度比: what a change is against, and no period of the figure."""
    if lexicon.patterns["paced"].search(draft.text):
        draft = replace(draft, found=replace(draft.found, measures=frozenset({Measure.CHANGE})))
    times = lexicon.patterns["multiple"].search(draft.text)
    if times:
        found = replace(
            draft.found, soft=(*draft.found.soft, times["basis"]), measures=frozenset({Measure.MULTIPLE})
        )
        return replace(draft, text=without(draft.text, [times.span()]), found=found)
    match = lexicon.patterns["basis"].search(draft.text)
    if match is None:
        return draft
    text = without(draft.text, [match.span()])
    found = replace(
        draft.found,
        soft=(*draft.found.soft, match["basis"]),
        measures=draft.found.measures | {Measure.CHANGE},
    )
    return replace(draft, text=text, found=found)


def _take_ways(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    """Operations and status that a pattern tells and no single word: 比 … 多几, 哪三个, 了多少."""
    found = draft.found
    # 存贷比提高多少 compares nothing.
    plain = without(draft.text, [one.span() for one in vocabulary.ratios.finditer(draft.text)])
    operations = {name for name, pattern in lexicon.ways.items() if pattern.search(plain)}
    for name, status in STATUSES.items():
        if lexicon.patterns[name].search(draft.text):
            found = replace(found, status=status)
    text = without(draft.text, [one.span() for one in lexicon.patterns["first"].finditer(draft.text)])
    done = lexicon.patterns["done"].search(text)
    if done:
        text = without(text, [done.span()])
        found = replace(found, measures=frozenset({Measure.SHARE}), soft=(*found.soft, "完成"))
    return replace(draft, text=text, found=replace(found, operations=found.operations | operations))


def _take_conversion(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    pattern = lexicon.stated_conversion if _STATED.search(draft.text) else lexicon.conversion
    match = pattern.search(draft.text)
    if match is None or lexicon.asked[_SCALE.sub("", match["unit"]) or match["unit"]] in {
        "count",
        "points",
        "percent",
        "time",
    }:
        return draft
    text = without(draft.text, [match.span()])
    if any(
        word in match["unit"] for word in _CURRENCIES
    ):  # no unit to convert to, but which of two figures is meant
        return replace(draft, text=text, found=replace(draft.found, asked=Asked("money", match["unit"])))
    return replace(draft, text=text, found=replace(draft.found, unit=match["unit"]))


def _take_asked(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    if draft.found.asked.kind:
        return draft
    for match in _ASKED.finditer(draft.text):
        for size in range(len(match["word"]), 0, -1):
            word = match["word"][:size]
            word = _SCALE.sub("", word) if _SCALE.sub("", word) in lexicon.asked else word
            # 多少人才, 多少人口: the beginning of what is counted is no measure word.
            begun = (
                len(word) == 1
                and vocabulary.names_have(match["word"][: size + 1])
                and size < len(match["word"])
            )
            if word in lexicon.asked and not begun and not _AMONG.match(match["word"][size:]):
                text = without(draft.text, [(match.start(), match.start("word") + size)])
                kind = lexicon.asked[word]
                asked = Asked("" if kind == "scale" else kind, word, match["word"][:size])
                behind = draft.text[match.start("word") + size :][:2]
                head = behind if behind in lexicon.cues and len(behind) > 1 and kind == "count" else ""
                found = replace(draft.found, asked=asked, head=head)
                return _stepped(replace(draft, text=text, found=found), match.start(), lexicon)
    return draft


def _stepped(draft: Draft, end: int, lexicon: Lexicon) -> Draft:
    """The draft with a change asked for where the words up to `end` say that something moved by an amount or points."""
    kind = draft.found.asked.kind
    if kind in _RELATIVE - {"points"}:
        return draft
    step = lexicon.patterns["shifted" if kind == "points" else "stepped"].search(draft.text[:end])
    if step is None:
        return draft
    verb = next(name for name, said in step.groupdict().items() if said)
    soft = (*draft.found.soft, step[verb].rstrip("了出"))
    found = replace(draft.found, measures=frozenset({Measure.CHANGE}), soft=soft)
    return replace(draft, text=without(draft.text, [step.span(verb)]), found=found)


def _take_literals(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    ordered = _ordered(draft, vocabulary)
    found = [
        one
        for one in quantities(fold(draft.text))
        if any(letter.isdigit() for letter in one.raw) and one.start not in ordered
    ]
    text = without(draft.text, [(one.start, one.end) for one in found])
    return replace(draft, text=text, found=replace(draft.found, literals=draft.found.literals + tuple(found)))


def _take_counts(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    """五个, 六大: how many things are asked for helps to choose and is nothing to be met."""
    ordered = _ordered(draft, vocabulary)
    matches = [
        match
        for match in lexicon.patterns["count"].finditer(draft.text)
        if match.start() not in ordered
        and not vocabulary.names_have(draft.text[match.start() : match.end() + 2])
        and not (match.start() and vocabulary.texts_have(draft.text[match.start() - 1 : match.end()]))
    ]
    soft = draft.found.soft + tuple(match.group() for match in matches)
    count = max((counted(match["count"]) for match in matches), default=draft.found.count)
    text = without(draft.text, [match.span() for match in matches])
    return replace(draft, text=text, found=replace(draft.found, soft=soft, count=count))


def _ordered(draft: Draft, vocabulary: Vocabulary) -> frozenset[int]:
    """Where a number begins that says which one is asked for: 3标段, 二类水体."""
    return frozenset(one.start for one in ordinals(draft.text, vocabulary.counted))


def _take_places(draft: Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> Draft:
    named = list(vocabulary.place_words.finditer(draft.text))
    # 大椒江 is no 椒江.
    sized = [match for match in named if _SIZED.search(draft.text, 0, match.start())]
    matches = [match for match in named if match not in sized]
    places = draft.found.places + tuple(vocabulary.places[match.group()] for match in matches)
    wider = _wider(draft.text, lexicon, vocabulary) if not places else None
    home = None if wider else lexicon.patterns["home"].search(draft.text)
    # 全省 of a province's own report is its place, though its figures are said to be of 全省.
    if home and _only(vocabulary.own, home.group()[-1]):
        places = tuple(place for place in places if place != home.group())
        matches = [match for match in matches if match.group() != home.group()]
    if home and places:
        places = tuple(vocabulary.homes[place] for place in places if place in vocabulary.homes) + places
    elif home:
        places = _only(vocabulary.own, home.group()[-1])
    larger = [(match.start() - 1, match.end()) for match in sized]
    text = without(
        draft.text, [*larger, *(match.span() for match in (*matches, *filter(None, (wider, home))))]
    )
    strange = [*draft.found.strange, *(draft.text[start:end] for start, end in larger)]
    asking = _QUESTION.sub(lambda match: " " * len(match.group()), text)
    others = [other for other in mentions(asking) if _may_be_named(other.name, lexicon)]
    for other in others:
        known = next((word for word in vocabulary.sounds.alike(other.name) if word in vocabulary.places), "")
        if known:
            places += (vocabulary.places[known],)
        else:
            strange.append(other.name)
    text = without(text, [(other.start, other.end) for other in others])
    found = replace(
        draft.found,
        places=tuple(dict.fromkeys(places)),
        strange=tuple(strange),
        home=home is not None and not matches,
        wider=wider.group() if wider else "",
    )
    return replace(draft, text=text, found=found)


def _wider(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Where a larger place than those of the letters is named as one of all: 全市 of letters of districts."""
    match = lexicon.patterns["wider"].search(text)
    # What a letter itself calls 全国文明城市 is no place.
    if not match or vocabulary.texts_have(text[match.start() : match.end() + 1]):
        return None
    levels = {level(place) for place in vocabulary.own}
    return match if levels and min(levels) > _LEVELS[match.group()[-1]] else None


def _only(own: Collection[str], suffix: str) -> tuple[str, ...]:
    """全市 alone: the one place of the letters that is called so, none where there are several."""
    called = {place for place in own if place.endswith(suffix)}
    return tuple(called) if len(called) == 1 else ()


def _may_be_named(name: str, lexicon: Lexicon) -> bool:
    """Whether what looks like a place's name is one: 占全区 and 哪几个小区 have words of a question in them."""
    return not _NOT_NAMED.search(name) and not any(word in name for word in lexicon.cues if len(word) > 1)
