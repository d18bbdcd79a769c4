"""The letters as they are looked through: charts made once, related figures, the newest first."""

from collections.abc import Iterable, Sequence

from bot.charts.chart import Chart, Data, chart_about, charts, year_charts
from bot.service.archive import Service, kept_in_state
from bot.service.journal.marks import Mark, figure_mark
from bot.service.views.leaf import Leaf, leaves, letter_of
from bot.service.views.lines import Line, headline_lines, related
from bot.speech import Speech
from corpus.figure import Figure
from corpus.letter import Letter
from corpus.texts.text import plain


class Gone(LookupError):
    """What a button or link refers to is no longer there; the message's name in the catalogue."""


def letters_by_date(service: Service) -> tuple[Letter, ...]:
    """All letters, the newest first, undated ones last."""
    return _by_date(service.archive.letters.values())


def letters_with(service: Service, words: Sequence[str]) -> tuple[Letter, ...]:
    """The letters whose title, number, issuer, place or date has each of these words, the newest first."""
    wanted = [plain(word) for word in words]
    return tuple(
        letter for letter in letters_by_date(service) if all(word in plain(_named(letter)) for word in wanted)
    )


def letters_saying(service: Service, words: Sequence[str]) -> tuple[Letter, ...]:
    """The letters whose text has each of these words, the newest first."""
    letters = service.archive.letters
    return _by_date(letters[one] for one in ids_saying(service, words) if one in letters)


def ids_saying(service: Service, words: Sequence[str]) -> frozenset[str]:
    """The ids of the letters whose text has each of these words."""
    having = [
        frozenset(one.letter for one in service.archive.containing(word)) for word in words if plain(word)
    ]
    return frozenset.intersection(*having) if having else frozenset()


def _by_date(letters: Iterable[Letter]) -> tuple[Letter, ...]:
    return tuple(sorted(letters, key=lambda letter: (str(letter.dated or ""), letter.id), reverse=True))


def _named(letter: Letter) -> str:
    """All that a letter is called."""
    return " ".join(
        (letter.id, letter.title, letter.number, letter.issuer, letter.place, str(letter.dated or ""))
    )


def letter_named(service: Service, named: str) -> Letter:
    """The letter with that id or number. Raises Gone."""
    letter = letter_of(service.archive, named)
    if letter is None:
        raise Gone("letter-gone")
    return letter


@kept_in_state(256)
def letter_charts(service: Service, speech: Speech, letter_id: str) -> tuple[Chart, ...]:
    """The charts of one letter as it is now."""
    archive = service.archive
    return charts(
        Data.of(
            [archive.letters[letter_id]],
            archive.passages(letter_id),
            archive.figures([letter_id]),
            speech,
        )
    )


@kept_in_state(8)
def history_charts(service: Service, speech: Speech) -> tuple[Chart, ...]:
    """Indicators over the years, out of all letters as they are now."""
    archive = service.archive
    return tuple(year_charts(Data.of(archive.letters.values(), (), archive.figures(), speech)))


@kept_in_state(256)
def letter_leaves(service: Service, letter_id: str) -> tuple[Leaf, ...]:
    """The pages of one letter as it is now."""
    archive = service.archive
    return leaves(archive.letters[letter_id], archive.passages(letter_id))


def chart_of(service: Service, speech: Speech, figures: Sequence[Figure]) -> Chart | None:
    """A chart that has one of these figures: of its own letter, else over the years."""
    letters = dict.fromkeys(figure.letter for figure in figures)
    own = [chart for letter in letters for chart in letter_charts(service, speech, letter)]
    return chart_about([*own, *history_charts(service, speech)], figures)


def lines_about(service: Service, figures: Sequence[Figure]) -> tuple[Line, ...]:
    """Figures of the same indicator or subject, those of the same letters first."""
    letters = list(dict.fromkeys(figure.letter for figure in figures))
    others = [letter for letter in service.archive.letters if letter not in letters]
    near = service.archive.figures(letters)
    return related(figures, (*near, *service.archive.figures(others))) if figures else ()


def has_related(service: Service, figures: Sequence[Figure]) -> bool:
    """Whether the letters of these figures have others of the same indicator or subject."""
    return bool(figures) and bool(related(figures, service.archive.figures({one.letter for one in figures})))


def table_lines(service: Service, letter_id: str) -> tuple[Line, ...]:
    """The headline figures of a letter."""
    return headline_lines(service.archive.figures([letter_id]))


def figures_of(service: Service, marks: Sequence[Mark]) -> tuple[Figure, ...]:
    """The figures of an answer that stand as they stood then, in that order."""
    known = service.archive.letters
    letters = [letter for letter in dict.fromkeys(mark.letter for mark in marks) if letter in known]
    found = {figure.id: figure for figure in service.archive.figures(letters)}
    return tuple(
        found[mark.id] for mark in marks if mark.id in found and mark.fits(figure_mark(found[mark.id]))
    )
