"""Buttons under messages."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.speech import Speech
from bot.telegram.office import Answered
from bot.telegram.press import Action, Press


def example_keyboard(examples: Sequence[str]) -> InlineKeyboardMarkup | None:
    """Example questions, one a row."""
    rows = [
        [InlineKeyboardButton(question, callback_data=Press(Action.EXAMPLE, place).data)]
        for place, question in enumerate(examples)
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def answer_keyboard(answered: Answered, speech: Speech) -> InlineKeyboardMarkup | None:
    """What can be done with an answer, and questions to go on with."""
    offers = (*answered.answer.choices, *answered.answer.suggestions)
    rows = [
        [InlineKeyboardButton(question, callback_data=Press(Action.OFFER, answered.exchange, place).data)]
        for place, question in enumerate(offers)
    ]
    return InlineKeyboardMarkup(rows) if rows else None
