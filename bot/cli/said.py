"""What a terminal is told of an answer, line by line."""

from collections.abc import Iterator

from bot.answer import Answer, Cited, Kind
from bot.messages.pages import page_numbers
from bot.wording import say
from corpus.texts.text import tidy

_STYLES = {Kind.ANSWER: "bold green", Kind.NOT_FOUND: "bold yellow", Kind.CHAT: "bold"}


def lines(answer: Answer, *, offers: bool) -> Iterator[tuple[str, str]]:
    """The lines of an answer, each with its style; what to ask next only where that is offered."""
    yield answer.headline, _STYLES[answer.kind]
    if answer.working:
        yield answer.working, "cyan"
    for cited in answer.cited:
        yield "", ""
        yield f"“{tidy(cited.passage.text)}”", ""
        yield f"—— {source(cited)}", "dim"
    for remark in answer.remarks:
        yield f"{say('show.remark')}{remark}", "magenta"
    for number, choice in enumerate(answer.choices, 1):
        yield f"{number}. {choice}", ""
    if answer.suggestions and offers:
        yield say("show.next") + " / ".join(answer.suggestions), "dim"


def source(cited: Cited) -> str:
    """A source line: number or title, section, page, date, address."""
    letter = cited.letter
    parts = [letter.number or letter.title, *(tidy(title) for title in cited.passage.section)]
    if pages := page_numbers(letter, [cited.passage]):
        parts.append(say("show.pages").format(pages=pages))
    if letter.dated:
        parts.append(say("show.date").format(day=letter.dated))
    return " · ".join(filter(None, [*parts, letter.url]))
