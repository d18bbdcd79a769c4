"""Inline mode: @bot and a question in any chat, cited answers to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.ext import ContextTypes, InlineQueryHandler
from telegram.helpers import create_deep_linked_url

from bot.answer import Answer, Kind
from bot.messages.render import messages
from bot.service.archive import Service
from bot.service.office import Office
from bot.service.views.examples import examples
from bot.service.views.leaf import letter_link
from bot.service.views.nearest import near
from bot.speech import Speech
from bot.telegram.incoming import Handlers, speech_of
from corpus.texts.text import plain, tidy

_MOST = 10
_TRIED = 12  # questions that are answered at most, to find ten that are different
_LONGEST = 60  # characters that are searched for
_FRESH = 60  # seconds that Telegram may keep the results


@dataclass(frozen=True)
class Inline:
    """The handler of inline queries."""

    office: Office

    def handlers(self) -> Handlers:
        """One for all queries."""
        return [InlineQueryHandler(self.answer)]

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offers up to ten answers; where there is none, the way to the bot itself."""
        query = update.inline_query
        assert query is not None  # what InlineQueryHandler is for
        words = speech_of(update)
        results = await self.office.aside(
            articles, self.office.service, query.query, words, context.bot.username
        )
        button = (
            None if results else InlineQueryResultsButton(words.say("inline-none"), start_parameter="help")
        )
        await query.answer(results, cache_time=_FRESH, is_personal=True, button=button)


def articles(service: Service, text: str, speech: Speech, username: str) -> list[InlineQueryResultArticle]:
    """The results for a query: the answer itself, then answers about what has these words in its name."""
    found: dict[str, Answer] = {}
    for question in islice(_questions(service, text.strip()), _TRIED):
        answer = service.answer(question, ())
        if answer.kind is Kind.ANSWER and answer.cited:
            found.setdefault(answer.headline, answer)
        if len(found) == _MOST:
            break
    return [_article(answer, speech, username) for answer in found.values()]


def _questions(service: Service, text: str) -> Iterator[str]:
    if not text:
        yield from examples(service)
        return
    yield text
    answer = service.answer(text, ())
    yield from (*answer.choices, *answer.suggestions)
    characters = set(plain(text)) - set(" 的多少")
    for figure, question in near(service, text[:_LONGEST]):
        if characters and characters <= set(plain(figure.name)):
            yield question


def _article(answer: Answer, speech: Speech, username: str) -> InlineQueryResultArticle:
    """An answer as an inline result; the same answer always has the same id."""
    text = messages(answer, speech)[0]
    cited = answer.cited[0]
    link = create_deep_linked_url(username, letter_link(cited.letter.id))
    button = InlineKeyboardButton(speech.say("button-source"), url=link)
    return InlineQueryResultArticle(
        blake2b(f"{speech.language}{answer.headline}{cited.passage.id}".encode(), digest_size=16).hexdigest(),
        speech.own(answer.headline),
        InputTextMessageContent(text),
        reply_markup=InlineKeyboardMarkup([[button]]),
        description=tidy(cited.passage.text),
    )
