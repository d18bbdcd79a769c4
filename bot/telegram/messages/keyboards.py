"""Buttons under messages."""

from collections.abc import Sequence

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, WebAppInfo

from bot.answer import Kind
from bot.charts.chart import Chart
from bot.messages.links import sentence_path
from bot.messages.tree import copied_of, quotations
from bot.service.archive import Service
from bot.service.office import Answered
from bot.service.views.leaf import letter_number
from bot.service.views.listing import has_more
from bot.service.views.shelf import chart_of, has_related
from bot.speech import Speech
from bot.telegram.handlers.press import HERE, Action, Press
from bot.telegram.messages.pages import LINES
from corpus.compiled import compiled
from corpus.letter import Letter
from corpus.texts.text import tidy

_COPIED = 256  # characters that Telegram takes for copying
_TITLE = 26  # characters of a letter that a button shows
_FRAME = compiled(r"^关于|^對|^对")
_LABEL = 20  # characters of what is copied that a button shows

Row = list[InlineKeyboardButton]


def example_keyboard(examples: Sequence[str], speech: Speech) -> InlineKeyboardMarkup | None:
    """Example questions, one a row."""
    return markup(
        [[_button(speech.own(question), Action.EXAMPLE, place)] for place, question in enumerate(examples)]
    )


def answer_keyboard(
    answered: Answered,
    service: Service,
    speech: Speech,
    share: str = "",
    pages: str = "",
    *,
    private: bool = False,
) -> InlineKeyboardMarkup | None:
    """What can be done with an answer, and questions to go on with. `share` is an address to share it by.

    Where the web pages have a public address, 原文 leads there: in a private chat inside Telegram.
    """
    answer, exchange = answered.answer, answered.exchange
    first: Row = []
    second: Row = []
    if answer.figures and answer.kind is Kind.ANSWER:  # what was not asked for is not to be copied
        copied = copied_of(answer, speech)[:_COPIED]
        label = f"📋 {copied}" if len(copied) <= _LABEL else speech.say("button-copy")
        first.append(InlineKeyboardButton(label, copy_text=CopyTextButton(copied)))
    if answer.cited:
        first += [_button("👍", Action.GOOD, exchange), _button("👎", Action.BAD, exchange)]
        second.append(_original(answered, speech, pages, private=private))
    if has_related(service, answer.figures):
        second.append(_button(speech.say("button-related"), Action.RELATED, exchange))
    if chart_of(service, speech, answer.figures):
        second.append(_button(speech.say("button-chart"), Action.CHART, exchange))
    if answer.cited and share:
        second.append(InlineKeyboardButton("🔗", url=share))
    offers = (*answer.choices, *answer.suggestions)
    more = [
        [_button(speech.own(question), Action.OFFER, exchange, place)]
        for place, question in enumerate(offers)
    ]
    rest = more_row(exchange, 1, speech) if has_more(answer) else []
    return markup([rest, first, second, *more])


def more_row(exchange: int, page: int, speech: Speech) -> Row:
    """How a list goes on."""
    return [_button(speech.say("button-more"), Action.MORE, exchange, page)]


def notice_keyboard(letters: Sequence[Letter]) -> InlineKeyboardMarkup | None:
    """Letters to open, one a row."""
    return markup([[_button(_title(letter), Action.LETTER, letter_number(letter.id))] for letter in letters])


def _original(answered: Answered, speech: Speech, pages: str, *, private: bool) -> InlineKeyboardButton:
    text = speech.say("button-original")
    if not pages:
        return _button(text, Action.ORIGINAL, answered.exchange)
    url = f"{pages}{sentence_path(quotations(answered.answer.cited)[0])}"
    # Telegram opens only what comes over TLS inside itself, and only in a private chat.
    if private and url.startswith("https://"):
        # Behind # Telegram puts what it signs; the page finds its marked sentences by itself.
        return InlineKeyboardButton(text, web_app=WebAppInfo(url.partition("#")[0]))
    return InlineKeyboardButton(text, url=url)


def leaf_keyboard(letter: Letter, place: int, count: int, speech: Speech) -> InlineKeyboardMarkup | None:
    """To the page before and the page after."""
    number = letter_number(letter.id)
    row: Row = []
    if place > 0:
        row.append(_button(speech.say("button-back"), Action.LEAF, number, place - 1, HERE))
    if place < count - 1:
        row.append(_button(speech.say("button-on"), Action.LEAF, number, place + 1, HERE))
    return markup([row])


def related_keyboard(exchange: int, page: int, count: int, speech: Speech) -> InlineKeyboardMarkup | None:
    """To the lines before and after."""
    return markup([_turning(Action.RELATED, exchange, page, count, speech)])


def letters_keyboard(letters: Sequence[Letter], page: int, speech: Speech) -> InlineKeyboardMarkup | None:
    """A page of letters, one a row."""
    shown = letters[page * LINES : (page + 1) * LINES]
    rows = [[_button(_title(letter), Action.LETTER, letter_number(letter.id))] for letter in shown]
    return markup([*rows, _turning(Action.LETTERS, 0, page, len(letters), speech)])


def card_keyboard(letter: Letter, *, charts: bool, speech: Speech) -> InlineKeyboardMarkup | None:
    """What can be read of a letter."""
    number = letter_number(letter.id)
    row = [
        _button(speech.say("button-original"), Action.LEAF, number),
        _button(speech.say("button-table"), Action.TABLE, number),
    ]
    if charts:
        row.append(_button(speech.say("button-chart"), Action.GALLERY, number))
    return markup([row])


def gallery_keyboard(letter: Letter, charts: Sequence[Chart], speech: Speech) -> InlineKeyboardMarkup | None:
    """A letter's charts, one a row, and the way to other letters."""
    number = letter_number(letter.id)
    rows = [[_button(chart.title, Action.PICTURE, number, place)] for place, chart in enumerate(charts)]
    return markup([*rows, other_letters(speech)])


def others_keyboard(speech: Speech) -> InlineKeyboardMarkup | None:
    """The way to other letters."""
    return markup([other_letters(speech)])


def other_letters(speech: Speech) -> Row:
    """A row with the way to other letters."""
    return [_button(speech.say("button-letters"), Action.LETTERS, 0)]


def upload_keyboard(upload: int, speech: Speech, *, taken: bool = False) -> InlineKeyboardMarkup | None:
    """确认 or not; where the name is taken, replacing the old one or not."""
    yes = ("button-replace", Action.REPLACE) if taken else ("button-confirm", Action.CONFIRM)
    row = [
        _button(speech.say(yes[0]), yes[1], upload),
        _button(speech.say("button-cancel"), Action.CANCEL, upload),
    ]
    return markup([row])


def remove_keyboard(letter: Letter, speech: Speech) -> InlineKeyboardMarkup | None:
    """The button that takes a letter out."""
    return markup([[_button(speech.say("button-remove"), Action.REMOVE, letter_number(letter.id))]])


def _turning(action: Action, number: int, page: int, count: int, speech: Speech) -> Row:
    row: Row = []
    if page > 0:
        row.append(_button(speech.say("button-back"), action, number, page - 1, HERE))
    if (page + 1) * LINES < count:
        row.append(_button(speech.say("button-on"), action, number, page + 1, HERE))
    return row


def _title(letter: Letter) -> str:
    """What tells a letter from others, the date behind it: a phone shows some twenty characters of a button."""
    title = tidy(letter.title) or letter.id
    _, about, rest = title.partition(letter.issuer) if letter.issuer else ("", "", "")
    short = _FRAME.sub("", rest if about and rest else title)
    dated = f" {letter.dated.isoformat()}" if letter.dated else ""
    if len(short + dated) <= _TITLE:
        return short + dated
    return short if len(short) <= _TITLE else f"{short[: _TITLE - 1]}…"


def _button(text: str, action: Action, number: int, first: int = 0, second: int = 0) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=Press(action, number, first, second).data)


def markup(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    """The rows that have buttons; None without any."""
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None
