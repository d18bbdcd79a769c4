"""Small talk: answered briefly, with a question that the letters can really answer."""

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.phrasing.headline import Named, headline
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.figure import Measure


def small_talk(question: Question, retriever: Retriever) -> Reply:
    """The reply to a greeting, to thanks, or to a question about the bot."""
    levels = (
        figure
        for figure in retriever.library.figures()
        if figure.measure is Measure.LEVEL and figure.indicator
    )
    figure = next(levels, None)
    template = say(f"chat.{question.chat}")
    if figure is None or "{example}" not in template:
        return Reply(Kind.CHAT, headline(template.replace("{example}", say("chat.example"))))
    return Reply(Kind.CHAT, headline(template, example=headline(say("chat.ask"), name=Named(figure))))
