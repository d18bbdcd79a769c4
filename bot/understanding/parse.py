"""The question of a text: its slots filled, its content left over."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.understanding.lexicon import Lexicon, Rewrite, bare
from bot.understanding.normalise import normalised
from bot.understanding.question import Asked, Question, Run
from bot.understanding.segment import BREAK, Segment, Sort, segments
from bot.understanding.typos import corrected, correction
from bot.understanding.vocabulary import Sounds, Vocabulary
from corpus.figure import Measure, Status
from corpus.numeral import parse
from corpus.period import Period, periods
from corpus.quantity import quantities
from corpus.text import fold

_CORRECTIONS = 3
# A question about the bot has hardly more words than that: 你都能查哪些地方的材料.
_ABOUT_BESIDE = 9
_ASKED = re.compile(r"(?:多少|好多|几多|几)(?P<word>[^\W\d_]{1,5})")
_GAP = re.compile(r"(?:(?<!同)[比和跟与].*[多少高低快慢大小]|相?差)(?:了|出)?(?=多少|几|好多)")
_DONE = re.compile(r"[^算]了(?=多少|几|好多)")
_COUNT = re.compile(
    r"(?P<count>[一二两三四五六七八九]?十?[一二两三四五六七八九]|十)(?:大|个|家|项|种|类|条|招|块|样|样东西|方面)(?!百分)"
)
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
            draft = self._draft(corrected(draft.canonical, change), draft)
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


_Step = Callable[["_Draft", Lexicon, Vocabulary], "_Draft"]


def _masked(text: str, lexicon: Lexicon, vocabulary: Vocabulary, draft: _Draft) -> _Draft:
    draft = replace(draft, text=text)
    steps: tuple[_Step, ...] = (
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


def _take_periods(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    found = periods(fold(draft.text), draft.anchor, current=draft.current, spoken=True)
    text = _without(draft.text, [(dated.start, dated.end) for dated in found])
    kept = draft.found.periods + tuple(dated.period for dated in found)
    return replace(draft, text=text, found=replace(draft.found, periods=kept))


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
    return replace(draft, found=found)


def _take_counts(draft: _Draft, lexicon: Lexicon, vocabulary: Vocabulary) -> _Draft:
    """五个, 六大: how many things are asked for helps to choose and is nothing to be met."""
    matches = list(_COUNT.finditer(draft.text))
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
                asked = Asked(lexicon.asked[word], word)
                return replace(draft, text=text, found=replace(draft.found, asked=asked))
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
    statuses = [_STATUS[cue.value] for cue in cues if cue.slot == "status"]
    runs, short = _runs(draft, lexicon.connectors, names)
    words = [segment.text for segment in draft.segments if segment.cue and segment.text in lexicon.soft]
    return replace(
        draft.found,
        text=text,
        anchor=draft.anchor,
        runs=runs,
        soft=(*draft.found.soft, *words, *short),
        measures=_measures(draft),
        status=statuses[-1] if statuses else draft.found.status,
        operations=draft.found.operations | {cue.value for cue in cues if cue.slot == "operation"},
        host=any(word in text for word in lexicon.hosts),
    )


# 负增长 of so many firms is what they are, not their growth.
_STATES = frozenset({"正增长", "负增长", "增长", "下降"})


def _measures(draft: _Draft) -> frozenset[Measure]:
    """The measures asked for. Asked how many, a word of growth only says of what."""
    count = draft.found.asked.kind == "count"
    found = [one for one in draft.segments if one.cue and one.cue.slot == "measure"]
    return frozenset(
        Measure(one.cue.value) for one in found if one.cue and not (count and one.text in _STATES)
    )


def _runs(
    draft: _Draft, connectors: frozenset[str], names: frozenset[str]
) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """The runs of content, and the single characters that are too short to be asked for."""
    runs: list[Run] = []
    short: list[str] = []
    piece = 0
    for group in _groups(draft.segments):
        if group[0].sort in (Sort.CUE, Sort.BREAK):
            piece += bool(group[0].text in connectors and runs)
            continue
        words = "".join(segment.text for segment in group)
        start, end = draft.origins[group[0].start], draft.origins[group[-1].end - 1] + 1
        if len(words) == 1 and not any(words in name for name in names):
            short.append(words)
        else:
            runs.append(Run(words, draft.text[start:end], piece))
    return tuple(runs), tuple(short)


def _groups(parts: Sequence[Segment]) -> list[list[Segment]]:
    """The segments, neighbours of content put together."""
    groups: list[list[Segment]] = []
    for segment in parts:
        single = segment.sort in (Sort.CUE, Sort.BREAK)
        if single or not groups or groups[-1][0].sort in (Sort.CUE, Sort.BREAK):
            groups.append([segment])
        else:
            groups[-1].append(segment)
    return groups


def _small_talk(text: str, lexicon: Lexicon) -> str:
    """greeting, thanks or about, where the text is no more than that; else "".

    Words asking about the bot may stand anywhere in it, greetings and thanks must be all of it.
    """
    said = re.sub(r"[\W_]+", "", bare(text))
    said = said.rstrip("啊呀吧哦啦哈呢嘛吗了")
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
