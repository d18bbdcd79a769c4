"""What is shown of letters: pages, lists, tables, a letter's card. HTML texts, each short enough to send."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.messages.render import LIMIT
from bot.messages.richtext import BOLD, PRE, QUOTE, Rich, Run, Tag, html, link, pieces
from bot.messages.tree import day
from bot.service.archive import Archive
from bot.service.views.columns import WIDE, apart, folded, wide
from bot.service.views.history import arrow
from bot.service.views.leaf import Leaf
from bot.service.views.lines import Line
from bot.speech import Speech
from corpus.amounts.broken import printed
from corpus.figure import Status
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.texts.text import tidy

LINES = 8  # of a list on one page


def leaf_page(leaf: Leaf, place: int, count: int, cited: Sequence[str], speech: Speech) -> str:
    """A page of a letter, the cited passages in bold, with where it stands."""
    runs: list[Run] = []
    if leaf.section:
        runs.append(Run(" › ".join(tidy(title) for title in leaf.section) + "\n", (BOLD,)))
    for number, paragraph in enumerate(leaf.paragraphs):
        runs += [Run("\n", (QUOTE,))] if number else []
        runs += [Run(_printed(passage), _tags(passage, cited)) for passage in paragraph]
    where = speech.say("leaf", page=str(place + 1), pages=str(count))
    return _one((*runs, Run("\n"), *_source(leaf.letter), Run(f" · {where}")))


def related_page(lines: Sequence[Line], page: int, speech: Speech) -> str:
    """Figures of the same subject or indicator, one a line, by place and period."""
    shown = lines[page * LINES : (page + 1) * LINES]
    runs: list[Run] = [Run(speech.say("related-title") + "\n", (BOLD,))]
    for head, group in groupby(shown, key=_head):
        runs.append(Run(f"\n{head}\n"))
        for line in group:
            mark = speech.say("mark-target") if line.first.status is Status.TARGET else ""
            runs += [Run(f"• {line.name} "), Run(line.text, (BOLD,)), Run(f"{mark}\n")]
    return _one(tuple(runs))


def letters_page(letters: Sequence[Letter], page: int, speech: Speech) -> str:
    """How many letters there are and which page this is; the letters themselves are buttons."""
    pages = max(1, -(-len(letters) // LINES))
    count = str(len(letters))
    if pages == 1:
        return _one((Run(speech.say("letters-all", count=count)),))
    return _one((Run(speech.say("letters-title", count=count, page=str(page + 1), pages=str(pages))),))


def search_page(words: str, count: int, speech: Speech, *, named: bool = True) -> str:
    """How many letters have some words in their names, or in their text alone; the first of them are buttons."""
    if not count:
        return _one((Run(speech.say("letters-not", words=words)),))
    few, many = ("letters-found", "letters-many") if named else ("letters-said", "letters-said-many")
    name = few if count <= LINES else many
    return _one((Run(speech.say(name, words=words, count=str(count), shown=str(LINES))),))


def letter_card(letter: Letter, archive: Archive, speech: Speech) -> str:
    """What a letter is: title, number, issuer, date, sections, and how much was read out of it."""
    facts = [letter.number, letter.issuer, day(letter.dated, speech) if letter.dated else ""]
    runs: list[Run] = [
        Run(tidy(letter.title), (BOLD, link(letter.url)) if letter.url else (BOLD,)),
        Run("\n" + " · ".join(filter(None, facts)) + "\n\n"),
    ]
    runs += [Run("　" * (section.level - 1) + tidy(section.title) + "\n") for section in letter.sections]
    counts = speech.say(
        "letter-counts",
        passages=str(len(archive.passages(letter.id))),
        figures=str(len(archive.figures([letter.id]))),
        remarks=str(len(archive.remarks(letter.id))),
    )
    runs.append(Run(f"\n{counts}"))
    runs += [Run(f"\n⚠️ {speech.own(remark.text)}") for remark in archive.remarks(letter.id)]
    return _one(tuple(runs))


def table_page(letter: Letter, lines: Sequence[Line], speech: Speech) -> str:
    """The headline figures as a table of a phone's width."""
    if not lines:
        return speech.say("table-none")
    rows = "\n".join(row for line in lines for row in _row(line, letter.place))
    title = speech.say("table-title", period=lines[0].period)
    return _one((Run(f"{title}\n", (BOLD,)), Run(rows, (PRE,)), Run("\n"), *_source(letter)))


def _one(rich: Rich) -> str:
    """The first message of a text: pages are made to fit, this is for letters that defy it."""
    return html(pieces(rich, LIMIT)[0])


def _printed(passage: Passage) -> str:
    cells = [cell.strip() for cell in printed(passage.text).strip("|").split("|")]
    return " · ".join(filter(None, cells)) if passage.kind is Kind.ROW else tidy(passage.text)


def _tags(passage: Passage, cited: Sequence[str]) -> tuple[Tag, ...]:
    return (QUOTE, BOLD) if passage.id in cited else (QUOTE,)


def _source(letter: Letter) -> Rich:
    return (Run("—— "), Run(tidy(letter.number or letter.title), (link(letter.url),) if letter.url else ()))


def _head(line: Line) -> str:
    return " · ".join(filter(None, (line.first.place, line.period)))


def _row(line: Line, place: str) -> Iterator[str]:
    """One line where name and figures fit, else the figures below the name, at the right."""
    change = line.change
    name, said = line.named(place), f"{line.value} {arrow(change) if change else ''}".strip()
    if wide(name) + 1 + wide(said) > WIDE:
        yield from folded(name)
        name = ""
    yield apart(name, said)
