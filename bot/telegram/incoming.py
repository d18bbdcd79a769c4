"""The parts of an update that a handler has been promised by its filter."""

from typing import Any

from telegram import Message, Update, User
from telegram.ext import BaseHandler

from bot.speech import Speech, speech

Handlers = list[BaseHandler[Update, Any, Any]]


class NotPromised(TypeError):
    """A handler got an update that its filter should have kept away."""


def message_of(update: Update) -> Message:
    """The message of an update, new or edited."""
    if update.effective_message is None:
        raise NotPromised(f"update {update.update_id} has no message")
    return update.effective_message


def sender_of(update: Update) -> User:
    """Who an update comes from."""
    if update.effective_user is None:
        raise NotPromised(f"update {update.update_id} has no sender")
    return update.effective_user


def speech_of(update: Update) -> Speech:
    """The language of who an update comes from."""
    return speech(sender_of(update).language_code)
