"""The question of a text: its slots filled, its content left over."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from bot.understanding.lexicon import Cue, Lexicon, Rewrite, bare
from bot.understanding.normalise import normalised
from bot.understanding.question import Asked, Question, Run
from bot.understanding.segment import BREAK, Segment, Sort, segments
from bot.understanding.typos import Correction, corrected, correction
from bot.understanding.vocabulary import Sounds, Vocabulary
from bot.understanding.years import month_end_in
from corpus.figure import Measure, Status
from corpus.numeral import parse
from corpus.period import Period, Sureness, periods
from corpus.quantity import quantities
from corpus.text import fold

_CORRECTIONS = 3
# A question about the bot has hardly more words than that: 你都能查哪些地方的材料.
_ABOUT_BESIDE = 9
_ASKED = re.compile(r"(?<![哪这那十好第])(?:多少|好多|几多|几)(?P<word>[^\W\d_]{1,5})")
_GAP = re.compile(
    r"(?:(?<!同)[比和跟与].*[多少高低快慢大小]|相?差)(?:了|出|挣|花|卖|产|收|用)?(?=多少|几|好多)"
)
_WHICH = re.compile(r"哪(?:[一二三四五六七八九十两]+|几)(?:个|家|项|块|条|方面|点|样|种|招)")
_DONE = re.compile(r"[^算]了(?=多少|几|好多)")
_COUNT = re.compile(
    r"(?P<count>[一二两三四五六七八九]?十?[一二两三四五六七八九]|十)(?:大|个|家|项|种|类|条|招|块|样|样东西|方面)(?!百分)"
)
_BASIS = re.compile(
    r"(?:比|较|跟|与|和)(?P<basis>(?:去年|上年)年?[底末]|年初|上半年|[一二三]季度|上季度|前三季度|上个?月)(?:相?比|的时候)?"
)
# 14.64亿是多少万; as a question of its own, 是多少万元 continues a dialogue.
_STATED = re.compile(r"\d[^是]*是多少|^是多少")
_BARE_YEAR = re.compile(r"\d{2,4}年?")
_YEAR = re.compile(r"\d{2,4}年|\d{4}|[今去前明]年")
_AGO = re.compile(r"(?P<years>[一二三四五六七八九十两]|\d{1,2})年前")
_STATUS = {"target": Status.TARGET, "result": Status.RESULT}


@dataclass(frozen=True)
class Parser:
    """Reads questions with the words of one corpus.

    `cue_sounds` are the question words by their pinyin, for those typed by sound.
    """

    lexicon: Lexicon
    vocabulary: Vocabulary
    cue_sounds: Sounds

    def question(self, text: str, anchor: date | None, current: Period | None = None) -> Question:
        """The question of one text by itself; 今年 is taken from `anchor`, 五年前 and 同期 from `current`."""
        chat = _small_talk(text, self.lexicon)
        if chat:
            return Question(text, chat=chat, anchor=anchor)
        written = normalised(text, self.lexicon, self.vocabulary)
        draft = self._draft(written, _Draft(anchor, current))
        for _ in range(_CORRECTIONS):
            change = correction(draft.canonical, draft.segments, (self.vocabulary.sounds, self.cue_sounds))
            if change is None:
                break
            written = corrected(written, draft.in_text(change))
            draft = self._draft(written, _Draft(anchor, current))
        return _filled(text, draft, self.lexicon, self.vocabulary.names)

    def _draft(self, text: str, before: "_Draft") -> "_Draft":
        """The masked and segmented text; what `before` had masked is kept."""
        draft = _masked(text, self.lexicon, self.vocabulary, before)
        canonical, origins = self._rewrite(draft.text)(draft.text)
        return replace(
            draft,
            canonical=canonical,
            origins=origins,
            segments=segments(canonical, self.lexicon, self.vocabulary),
        )

    def _rewrite(self, text: str) -> Rewrite:
        """Words put into the letters': those of one meaning, and everyday ones that the letters have not."""
        words = {
            bare(word): self.lexicon.canonical(letters)
            for word, letters in self.lexicon.everyday.items()
            if bare(word) in text
            and not self.vocabulary.names_have(self.lexicon.canonical(word))
            and self.vocabulary.texts_have(self.lexicon.canonical(letters))
        }
        return Rewrite.of({**words, **self.lexicon.same.words}) if words else self.lexicon.same


@dataclass(frozen=True)
class _Draft:
    """A question being read: what was found and masked so far, and the rest of the text."""

    anchor: date | None
    current: Period | None = None
    text: str = ""
    canonical: str = ""
    origins: tuple[int, ...] = ()
    segments: tuple[Segment, ...] = ()
    found: Question = field(default_factory=lambda: Question(""))

    def in_text(self, change: Correction) -> Correction:
        """A correction of the canonical text as one of the text before."""
        return Correction(self.origins[change.start], self.origins[change.end - 1] + 1, change.word)


_Step = Callable[["_Draft", Lexicon, Vocabulary], "_Draft"]


def _masked(text: str, lexicon: Lexicon, vocabulary: Vocabulary, draft: _Draft) -> _Draft:
    draft = replace(draft, text=text)
    steps: tuple[_Step, ...] = (
        _take_basis,
        _take_periods,
        _take_gap,
        _take_conversion,
        _take_asked,
        _take_literals,
        _take_counts,
        _take_places,
    )
    for step in steps:
        draft = step(draft, lexicon, vocabulary)
    return draft


def _take_basis(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    """比去年底, 跟一季度比: what a change is against, and no period of the figure."""
    match = _BASIS.search(draft.text)
    if match is None:
        return draft
    text = _without(draft.text, [match.span()])
    found = replace(
        draft.found,
        soft=(*draft.found.soft, match["basis"]),
        measures=draft.found.measures | {Measure.CHANGE},
    )
    return replace(draft, text=text, found=found)


def _take_periods(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    found = periods(fold(draft.text), draft.anchor, current=draft.current, spoken=True)
    text = _without(draft.text, [(dated.start, dated.end) for dated in found])
    kept = [*draft.found.periods, *(dated.period for dated in found)]
    ago = _AGO.search(text)
    if ago and draft.current:
        kept.append(_years_before(draft.current, int(parse(ago["years"])), ago.group()))
        text = _without(text, [ago.span()])
    return replace(draft, text=text, found=replace(draft.found, periods=_distinct(kept)))


def _years_before(period: Period, years: int, raw: str) -> Period:
    first = period.first.replace(year=period.first.year - years, day=min(period.first.day, 28))
    last = date(period.last.year - years, period.last.month, min(period.last.day, 28))
    year = Period(date(first.year, 1, 1), date(first.year, 12, 31), raw)
    return year if period.first.month == 1 and period.last.month == 12 else Period(first, last, raw)


def _moved(part: Period, year: int) -> Period:
    """A part of a year that says no year, in the year that is said: 2024 … 一季度."""
    moved = year - part.first.year
    if not moved:
        return replace(part, sureness=Sureness.STATED)
    first = date(year, part.first.month, min(part.first.day, 28))
    last = month_end_in(part.last, part.last.year + moved)
    return replace(part, first=first, last=last, sureness=Sureness.STATED)


def _distinct(found: Sequence[Period]) -> tuple[Period, ...]:
    """Each period once: 2024年 … 全年 is one, and means all of the year."""
    years = [period for period in found if _BARE_YEAR.fullmatch(period.raw)]
    parts = [period for period in found if not _YEAR.search(period.raw) and "全年" not in period.raw]
    if years and parts:
        others = [period for period in found if period not in years and period not in parts]
        found = [*others, *(_moved(part, year.first.year) for year in years for part in parts)]
    kept: dict[tuple[date, date], Period] = {}
    for period in found:
        days = period.first, period.last
        if days not in kept or "全年" in period.raw:
            kept[days] = period
    return tuple(kept.values())


def _take_conversion(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    heads = "|".join(map(re.escape, sorted(lexicon.convert, key=len, reverse=True)))
    units = "|".join(map(re.escape, sorted(lexicon.asked, key=len, reverse=True)))
    match = re.search(
        rf"(?:{heads})(?:多少|几个|几)?(?P<unit>{units})(?:元)?(?:表示|说|计|算|为单位)?", draft.text
    )
    if match is None or lexicon.asked[match["unit"]] in {"count", "points", "percent", "time"}:
        return draft
    text = _without(draft.text, [match.span()])
    return replace(draft, text=text, found=replace(draft.found, unit=match["unit"]))


def _take_gap(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    """比 … 多几, 差多少: a difference. 了多少 asks for what was done."""
    found = draft.found
    if _GAP.search(draft.text):
        found = replace(found, operations=found.operations | {"difference"})
    if _DONE.search(draft.text):
        found = replace(found, status=Status.RESULT)
    if _WHICH.search(draft.text):
        found = replace(found, operations=found.operations | {"list"})
    return replace(draft, found=found)


def _take_counts(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    """五个, 六大: how many things are asked for helps to choose and is nothing to be met."""
    matches = [
        match
        for match in _COUNT.finditer(draft.text)
        if not vocabulary.names_have(draft.text[match.start() : match.end() + 2])
        and not (match.start() and vocabulary.texts_have(draft.text[match.start() - 1 : match.end()]))
    ]
    soft = draft.found.soft + tuple(match.group() for match in matches)
    count = max((int(parse(match["count"])) for match in matches), default=draft.found.count)
    text = _without(draft.text, [match.span() for match in matches])
    return replace(draft, text=text, found=replace(draft.found, soft=soft, count=count))


def _take_asked(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    for match in _ASKED.finditer(draft.text):
        for size in range(len(match["word"]), 0, -1):
            word = match["word"][:size]
            if word in lexicon.asked:
                text = _without(draft.text, [(match.start(), match.start("word") + size)])
                kind = lexicon.asked[word]
                asked = Asked("" if kind == "scale" else kind, word)
                behind = draft.text[match.start("word") + size :][:2]
                head = behind if behind in lexicon.cues and len(behind) > 1 and kind == "count" else ""
                return replace(draft, text=text, found=replace(draft.found, asked=asked, head=head))
    return draft


def _take_literals(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    found = [one for one in quantities(fold(draft.text)) if any(letter.isdigit() for letter in one.raw)]
    text = _without(draft.text, [(one.start, one.end) for one in found])
    return replace(draft, text=text, found=replace(draft.found, literals=draft.found.literals + tuple(found)))


def _take_places(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    aliases = sorted(vocabulary.places, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, aliases)) or "(?!)")
    matches = list(pattern.finditer(draft.text))
    places = draft.found.places + tuple(vocabulary.places[match.group()] for match in matches)
    text = _without(draft.text, [match.span() for match in matches])
    return replace(draft, text=text, found=replace(draft.found, places=tuple(dict.fromkeys(places))))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + BREAK * (end - start) + text[end:]
    return text


def _filled(text: str, draft: _Draft, lexicon: Lexicon, names: frozenset[str]) -> Question:
    """The question with the slots of its cues and its runs of content."""
    cues = [segment.cue for segment in draft.segments if segment.cue]
    statuses = list(dict.fromkeys(_STATUS[cue.value] for cue in cues if cue.slot == "status"))
    runs, short = _runs(draft, lexicon, names)
    words = [segment.text for segment in draft.segments if segment.cue and segment.text in lexicon.soft]
    return replace(
        draft.found,
        text=text,
        anchor=draft.anchor,
        runs=runs,
        soft=(*draft.found.soft, *words, *short, *_states(draft, cues)),
        measures=_measures(draft),
        status=None if len(statuses) > 1 else statuses[0] if statuses else draft.found.status,
        operations=_operations(draft, cues, several=len(statuses) > 1, lexicon=lexicon),
        host=any(word in text for word in lexicon.hosts),
        open=_is_open(draft, lexicon),
        state=any(word in draft.canonical for word in lexicon.state),
        amount=_is_amount(draft),
    )


def _states(draft: _Draft, cues: Sequence[Cue]) -> list[str]:
    """What is counted, where how many fell or rose is asked."""
    if draft.found.asked.kind != "count":
        return []
    values = {cue.value for cue in cues}
    return [state for value, state in (("falling", "负增长"), ("rising", "正增长")) if value in values]


def _operations(draft: _Draft, cues: Sequence[Cue], *, several: bool, lexicon: Lexicon) -> frozenset[str]:
    """The operations that the cues name. How many fell is a figure to look up, and no list of those that did."""
    found = draft.found.operations | {cue.value for cue in cues if cue.slot == "operation"}
    if several:
        found |= {"check"}
    if any(word in draft.text for word in lexicon.each):
        found |= {"each"}
    if draft.found.asked.kind == "count" and "list" not in found:
        found -= {"falling", "rising"}
    return found


def _is_amount(draft: _Draft) -> bool:
    """Whether how much is asked, and not points or per cent."""
    asked = draft.found.asked
    return asked.kind not in {"points", "percent"} and bool(asked.word or _AMOUNT.search(draft.canonical))


_AMOUNT = re.compile(r"多少|几|好多|几多")


def _is_open(draft: _Draft, lexicon: Lexicon) -> bool:
    asks = draft.found.asked.kind or any(word in draft.canonical for word in lexicon.amount)
    state = any(word in draft.canonical for word in lexicon.state)
    return not asks and not state and any(word in draft.canonical for word in lexicon.open)


# 负增长 of so many firms is what they are, not their growth.
# Who is faster or fell most is asked of growths.
_PACE = re.compile(r"[快慢涨跌猛]|增得|降得|长得|降幅|增幅|下降|增长")
_STATES = frozenset({"正增长", "负增长", "增长", "下降"})


def _measures(draft: _Draft) -> frozenset[Measure]:
    """The measures asked for. Asked how many, a word of growth only says of what."""
    found = [one for one in draft.segments if one.cue and one.cue.slot == "measure"]
    words = {one.text: Measure(one.cue.value) for one in found if one.cue}
    if draft.found.asked.kind == "count":
        words = {word: _counted(measure) for word, measure in words.items() if word not in _STATES}
    ways = [one.text for one in draft.segments if one.cue and one.cue.slot == "operation"]
    if Measure.RANK in words.values():
        return frozenset({Measure.RANK})
    if draft.found.measures:
        return draft.found.measures
    if Measure.CHANGE in words.values() and draft.found.asked.kind == "points":
        return frozenset({Measure.CHANGE})
    implied = {Measure.GROWTH} if any(_PACE.search(word) for word in ways) else set()
    return frozenset(words.values()) | implied


def _counted(measure: Measure) -> Measure:
    """比上年多了几家 is a change, not a growth."""
    return Measure.CHANGE if measure is Measure.GROWTH else measure


def _runs(draft: _Draft, lexicon: Lexicon, names: frozenset[str]) -> tuple[tuple[Run, ...], tuple[str, ...]]:
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
        if len(words) == 1 and not any(words in name for name in names):
            short.append(words)
        else:
            parts = _parted(words, lexicon.exclusive)
            runs += [
                Run(part, draft.text[start:end], piece + number, whole) for number, part in enumerate(parts)
            ]
            piece += len(parts) - 1
    return tuple(runs), tuple(short)


def _parted(words: str, exclusive: Sequence[frozenset[str]]) -> list[str]:
    """The run cut before each further word that excludes one before it: 博士硕士 asks for two things."""
    for group in exclusive:
        pattern = "|".join(re.escape(word) for word in sorted(group, key=len, reverse=True))
        found = list(re.finditer(pattern, words))
        if len({match.group() for match in found}) > 1:
            cuts = [0, *(match.start() for match in found[1:]), len(words)]
            return [words[start:end] for start, end in pairwise(cuts)]
    return [words]


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


def several(text: str, lexicon: Lexicon) -> list[str]:
    """The questions of a message that has several; a piece without anything to ask goes with the one before it."""
    parts: list[str] = []
    for piece in filter(None, re.split(r"[,，;；?？。!！\s]+|、(?=[^、]*多少)", text)):
        if (parts and not _asks(piece, lexicon)) or (parts and not _asks(parts[-1], lexicon)):
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    return parts


def _asks(piece: str, lexicon: Lexicon) -> bool:
    asked = re.sub("哪[几一二两三四五六七八九十]", "", piece)
    return any(word in asked for word in (*lexicon.amount, *_GROWTHS))


_GROWTHS = ("增速", "涨幅", "增幅", "占比", "比重", "同比")


def _small_talk(text: str, lexicon: Lexicon) -> str:
    """greeting, thanks or about, where the text is no more than that; else "".

    Words asking about the bot may stand anywhere in it, greetings and thanks must be all of it.
    """
    said = re.sub(r"[\W_]+", "", bare(text))
    if any(bare(word) in said and len(said) < len(word) + _ABOUT_BESIDE for word in lexicon.chat["about"]):
        return "about"
    for sort in ("greeting", "thanks"):
        words = sorted(
            {re.sub(r"[\W_]+", "", bare(word)) for word in lexicon.chat[sort]}, key=len, reverse=True
        )
        if said == "" or re.fullmatch(
            f"(?:{'|'.join(map(re.escape, words))}|[啊呀吧哦啦哈呢嘛吗了您你])+", said
        ):
            return sort
    return ""
