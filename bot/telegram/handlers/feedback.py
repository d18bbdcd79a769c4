"""👍 and 👎 under answers: shown as taken, and what is wrong is asked."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.service.journal.exchange import Exchange
from bot.service.journal.people import REASONS
from bot.service.office import Office
from bot.telegram.handlers.press import Action, Press, parse_press
from bot.telegram.handlers.presses import Act, Pressed, exchange_of

_TAKEN = " ✓"
_JUDGING = (Action.GOOD, Action.BAD)

Rows = Sequence[Sequence[InlineKeyboardButton]]


@dataclass(frozen=True)
class Feedback:
    """What the buttons for feedback do."""

    office: Office

    def acts(self) -> Mapping[Action, Act]:
        """Each by its action."""
        return {Action.GOOD: self.judge, Action.BAD: self.judge, Action.WHY: self.explain}

    async def judge(self, pressed: Pressed) -> None:
        """Writes a verdict down; after 👎 asks what is wrong."""
        exchange = await exchange_of(self.office, pressed)
        good = pressed.press.action is Action.GOOD
        person = pressed.query.from_user.id
        await self.office.clerk.write(self.office.people.judge, exchange.id, person, 1 if good else -1)
        await pressed.confirm(pressed.speech.say("thanks-good" if good else "thanks-bad"))
        more = [] if good else [self._reasons(exchange, pressed)]
        await self._mark(pressed, (*_ticked(_rows(pressed), pressed.press), *more))

    async def explain(self, pressed: Pressed) -> None:
        """Writes down what is wrong with an answer."""
        exchange = await exchange_of(self.office, pressed)
        reason = pressed.press.first
        if reason < len(REASONS):
            person = pressed.query.from_user.id
            await self.office.clerk.write(self.office.people.complain, exchange.id, person, REASONS[reason])
        await pressed.confirm(pressed.speech.say("thanks-why"))
        await self._mark(pressed, _rows(pressed))

    def _reasons(self, exchange: Exchange, pressed: Pressed) -> list[InlineKeyboardButton]:
        return [
            InlineKeyboardButton(
                pressed.speech.say(f"wrong-{reason}"),
                callback_data=Press(Action.WHY, exchange.id, place).data,
            )
            for place, reason in enumerate(REASONS)
        ]

    async def _mark(self, pressed: Pressed, rows: Rows) -> None:
        """Shows the buttons anew, where the message can still be changed."""
        if isinstance(pressed.query.message, Message):
            with suppress(BadRequest):
                await pressed.query.edit_message_reply_markup(InlineKeyboardMarkup(rows))


def _rows(pressed: Pressed) -> list[list[InlineKeyboardButton]]:
    """The buttons as they are, those that ask what is wrong aside."""
    message = pressed.query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    kept = [[button for button in row if _action(button) is not Action.WHY] for row in rows]
    return [row for row in kept if row]


def _ticked(rows: Rows, press: Press) -> list[list[InlineKeyboardButton]]:
    """The buttons with the verdict that was given marked, and no other one."""
    return [
        [_marked(button, press) if _action(button) in _JUDGING else button for button in row] for row in rows
    ]


def _marked(button: InlineKeyboardButton, press: Press) -> InlineKeyboardButton:
    bare = button.text.removesuffix(_TAKEN)
    taken = _TAKEN if _action(button) is press.action else ""
    return InlineKeyboardButton(f"{bare}{taken}", callback_data=button.callback_data)


def _action(button: InlineKeyboardButton) -> Action | None:
    press = parse_press(button.callback_data) if isinstance(button.callback_data, str) else None
    return press.action if press else None
