"""What whoever asks first would wait for, done before anybody asks."""

from bot.service.archive import Service
from bot.service.examples import examples
from bot.service.nearest import nearest
from bot.service.shelf import history_charts
from bot.speech import LANGUAGES, Speech
from bot.wording import say

_NOWHERE = "dafu"  # no letter tells of it: a refusal looks into more than an answer does


def warm(service: Service) -> None:
    """Has the words, the model, the examples and the charts made. Takes its time: call it apart."""
    examples(service)
    for language in LANGUAGES:
        history_charts(service, Speech(language))
    question = say("suggest.level").format(name=_NOWHERE)
    nearest(service, question, service.answer(question, ()))
