"""What whoever asks first would wait for, done before anybody asks."""

from bot.service.archive import Service
from bot.service.unknown import unknown
from bot.service.views.examples import examples
from bot.service.views.nearest import nearest
from bot.service.views.shelf import history_charts
from bot.speech import LANGUAGES, Speech


def warm(service: Service) -> None:
    """Has the words, the model, the examples and the charts made. Takes its time: call it apart."""
    examples(service)
    for language in LANGUAGES:
        history_charts(service, Speech(language))
    nearest(service, unknown(), service.answer(unknown(), ()))
