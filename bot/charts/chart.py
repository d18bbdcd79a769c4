"""Charts chosen from figures: what a person would rather see than read. Plain data; bot/charts/drawing.py and bot/web/views/bars.py draw it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.charts.charted import fulfils, grows, is_aim, is_amount, is_target, is_year, thing
from bot.phrasing.headline import Printed
from bot.speech import Speech
from corpus.figure import Figure, Measure
from corpus.letter import Letter
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy
from corpus.times.period import label

OUTDONE = 1.12  # times its target: how far one outdone many times over is drawn
ARROWS = {1: "▲", 0: "", -1: "▼"}  # by a figure's direction
_FEWEST, _MOST = 3, 12  # bars; fewer say no more than a sentence, more cannot be read on a phone
_TOTAL = Decimal("0.98")  # one that is as much as all others together is their total


class Sort(StrEnum):
    """What a chart shows."""

    PEERS = "peers"  # industries by output, with growth
    GROWTHS = "growths"  # growth where there is no level
    SHARES = "shares"
    TARGETS = "targets"  # results against targets
    YEARS = "years"  # an indicator over the years


class Tone(StrEnum):
    """What the colour of a bar says."""

    RISING = "rising"
    FALLING = "falling"
    REACHED = "reached"  # a target


@dataclass(frozen=True)
class Bar:
    """One bar: its length, and what is printed of it. `figures` are ids."""

    label: str
    value: Decimal
    printed: str
    note: str = ""
    falling: bool = False
    figures: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """126.83亿元  ▲7.1%"""
        return "  ".join(filter(None, (self.printed, self.note)))


@dataclass(frozen=True)
class Chart:
    """A chart. `text` says the same in words, for people who do not see it."""

    sort: Sort
    title: str
    source: str
    bars: tuple[Bar, ...]
    hint: str = ""

    @property
    def text(self) -> str:
        """泵阀 126.83亿元 ▲7.1%；家纺 70.52亿元 ▼3.6%"""
        said = [" ".join(filter(None, (bar.label, bar.printed, bar.note))) for bar in self.bars]
        return f"{self.title}：{'；'.join(said)}"

    @property
    def tracked(self) -> bool:
        """Whether each bar is a part of something whole, which is shown behind it."""
        return self.sort in (Sort.TARGETS, Sort.SHARES)

    def tone(self, bar: Bar) -> Tone:
        """What one of its bars is to look like."""
        if self.sort is Sort.TARGETS and bar.value >= 1:
            return Tone.REACHED
        return Tone.FALLING if bar.falling else Tone.RISING

    @property
    def figures(self) -> frozenset[str]:
        """The ids of all its figures."""
        return frozenset(figure for bar in self.bars for figure in bar.figures)


@dataclass(frozen=True)
class Data:
    """What charts are chosen from."""

    letters: Mapping[str, Letter]
    sections: Mapping[str, tuple[str, ...]]  # of passages, by id
    figures: tuple[Figure, ...]
    speech: Speech

    @classmethod
    def of(
        cls, letters: Iterable[Letter], passages: Iterable[Passage], figures: Iterable[Figure], speech: Speech
    ) -> "Data":
        """The data of some letters."""
        sections = {passage.id: passage.section for passage in passages}
        return cls({letter.id: letter for letter in letters}, sections, tuple(figures), speech)


def charts(data: Data) -> tuple[Chart, ...]:
    """All charts that the figures give, those that say most first."""
    peers = tuple(_peers(data))
    covered = frozenset(figure for chart in peers for figure in chart.figures)
    return (*peers, *_targets(data), *year_charts(data), *_shares(data), *_growths(data, covered))


def chart_about(found: Iterable[Chart], figures: Sequence[Figure]) -> Chart | None:
    """The chart that has most of these figures in it, the first of several; None where none has any."""
    wanted = {figure.id for figure in figures}
    best = max(found, key=lambda chart: len(chart.figures & wanted), default=None)
    return best if best and best.figures & wanted else None


def _peers(data: Data) -> Iterator[Chart]:
    growths = {thing(figure): figure for figure in reversed(data.figures) if grows(figure)}
    for group in _groups(data, Measure.LEVEL):
        members = _without_total(group)
        if len(members) < _FEWEST:
            continue
        bars = [_bar(member, growths.get(thing(member))) for member in members]
        bases = [growths[thing(member)].basis for member in members if thing(member) in growths]
        yield _chart(data, Sort.PEERS, members[0], bars, bases)


def _growths(data: Data, covered: frozenset[str]) -> Iterator[Chart]:
    for group in _groups(data, Measure.GROWTH):
        members = [figure for figure in group if grows(figure)]
        if len(members) >= _FEWEST and not covered & {figure.id for figure in members}:
            bars = [_change_bar(member) for member in members]
            yield _chart(data, Sort.GROWTHS, members[0], bars, [member.basis for member in members])


def _shares(data: Data) -> Iterator[Chart]:
    for group in _groups(data, Measure.SHARE):
        members = [figure for figure in group if figure.quantity.value < 100]
        if len(members) >= _FEWEST:
            yield _chart(data, Sort.SHARES, members[0], [_bar(member) for member in members])


def _targets(data: Data) -> Iterator[Chart]:
    """Targets of each letter with what any letter says was done of them, each as a part of its target."""
    amounts = [figure for figure in data.figures if is_amount(figure)]
    for letter in data.letters:
        aims = [figure for figure in amounts if figure.letter == letter and is_aim(figure)]
        pairs = {aim.name: (aim, done) for aim in aims for done in amounts if fulfils(done, aim)}
        if pairs:
            bars = [_target_bar(aim, done, data.speech) for aim, done in pairs.values()]
            yield _chart(data, Sort.TARGETS, next(iter(pairs.values()))[0], bars)


def year_charts(data: Data) -> Iterator[Chart]:
    """One indicator of one place over at least three years, from all letters."""
    series: dict[tuple[str, str, str], dict[int, Figure]] = {}
    for figure in data.figures:
        if (
            figure.period
            and figure.period.year
            and is_year(figure.period)
            and is_amount(figure)
            and not is_target(figure)
        ):
            years = series.setdefault((figure.name, figure.place, figure.quantity.unit), {})
            years.setdefault(figure.period.year, figure)
    for years in series.values():
        if len(years) >= _FEWEST:
            ordered = [years[year] for year in sorted(years)]
            bars = [_bar(figure, name=str(year)) for year, figure in sorted(years.items())]
            yield _chart(data, Sort.YEARS, ordered[-1], bars)


def _groups(data: Data, measure: Measure) -> Iterator[list[Figure]]:
    """Results of different subjects that stand together: the same section, indicator, unit, place and period."""
    groups: dict[tuple[object, ...], dict[str, Figure]] = {}
    for figure in data.figures:
        if figure.measure is measure and not is_target(figure) and figure.indicator and figure.subject:
            key = (
                figure.letter,
                data.sections.get(figure.passage),
                figure.indicator,
                figure.quantity.unit,
                figure.place,
                figure.whole,
                figure.days,
            )
            groups.setdefault(key, {}).setdefault(figure.subject, figure)
    yield from (list(group.values()) for group in groups.values())


def _without_total(group: Sequence[Figure]) -> list[Figure]:
    total = sum(figure.quantity.value for figure in group)
    return [
        figure
        for figure in group
        if len(group) <= _FEWEST or figure.quantity.value < _TOTAL * (total - figure.quantity.value)
    ]


def _chart(data: Data, sort: Sort, figure: Figure, bars: Sequence[Bar], bases: Sequence[str] = ()) -> Chart:
    period = label(figure.period) if figure.period and sort is not Sort.YEARS else ""
    ordered = bars if sort is Sort.YEARS else sorted(bars, key=lambda bar: bar.value, reverse=True)
    shown = ordered[-_MOST:] if sort is Sort.YEARS else ordered[:_MOST]
    chart = Chart(
        sort,
        data.speech.say(
            f"chart-{sort}",
            place=figure.place,
            period=period,
            indicator=figure.name if sort is Sort.YEARS else figure.indicator,
        ).strip(),
        data.speech.say("chart-source", letters="、".join(_sources(data, shown))),
        tuple(shown),
        _hint(data, sort, figure, bases),
    )
    return _in_own(chart, data.speech)


def _in_own(chart: Chart, speech: Speech) -> Chart:
    """The same in the reader's characters throughout: a picture of two scripts is hard to read."""
    bars = tuple(
        replace(bar, label=speech.own(bar.label), printed=speech.own(bar.printed), note=speech.own(bar.note))
        for bar in chart.bars
    )
    title, source, hint = map(speech.own, (chart.title, chart.source, chart.hint))
    return replace(chart, title=title, source=source, bars=bars, hint=hint)


def _sources(data: Data, bars: Sequence[Bar]) -> list[str]:
    """The letters that the figures of some bars stand in, each once."""
    ids = dict.fromkeys(figure.rpartition(":")[0] for bar in bars for figure in bar.figures)
    return [data.letters[letter].number or data.letters[letter].title for letter in ids]


def _hint(data: Data, sort: Sort, figure: Figure, bases: Sequence[str]) -> str:
    """The section that the figures stand in, and what the arrows are against."""
    if sort is Sort.TARGETS:
        return data.speech.say("chart-target-hint")
    section = "" if sort is Sort.YEARS else "".join(data.sections.get(figure.passage, ())[-1:])
    arrows = data.speech.say("chart-arrows", basis=Counter(bases).most_common(1)[0][0]) if bases else ""
    return "　".join(filter(None, (tidy(section), arrows)))


def _bar(figure: Figure, growth: Figure | None = None, name: str = "") -> Bar:
    note = _arrow(growth) if growth else ""
    ids = (figure.id, growth.id) if growth else (figure.id,)
    falling = growth is not None and growth.direction < 0
    return Bar(name or figure.subject, figure.quantity.value, Printed(figure).text, note, falling, ids)


def _change_bar(figure: Figure) -> Bar:
    return Bar(
        figure.subject, figure.signed, "", _arrow(figure), falling=figure.direction < 0, figures=(figure.id,)
    )


def _target_bar(aim: Figure, done: Figure, speech: Speech) -> Bar:
    period = label(aim.period) if aim.period else ""
    note = speech.say("chart-aim", period=period, aim=Printed(aim).text)
    share = done.quantity.value / aim.quantity.value
    return Bar(aim.name, share, Printed(done).text, note, figures=(aim.id, done.id))


def _arrow(growth: Figure) -> str:
    """▲45.1%, ▼15.4%"""
    return ARROWS[growth.direction] + Printed(growth).text
