"""What whoever asks first would wait for, done before anybody asks."""

from bot.service.archive import Service
from bot.service.examples import examples
from bot.service.nearest import nearest
from bot.wording import say

_NOWHERE = "dafu"  # no letter tells of it: a refusal looks into more than an answer does


def warm(service: Service) -> None:
    """Has the words, the model and the examples loaded. Takes its time: call it apart."""
    examples(service)
    question = say("suggest.level").format(name=_NOWHERE)
    nearest(service, question, service.answer(question, ()))
