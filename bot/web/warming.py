"""What the first reader would wait for, done before anybody asks."""

from bot.service.views.examples import examples
from bot.service.views.shelf import chart_of
from bot.speech import LANGUAGES, Speech
from bot.web.site import Site
from bot.web.views.listed import listing


def begin(site: Site) -> None:
    """Reads the first page's template and tries its example questions. Takes its time, as the next: call them apart."""
    site.templates.get_template("chat.html")
    examples(site.office.service)


def warm(site: Site) -> None:
    """Reads the other templates, chooses the charts of the examples."""
    for name in site.templates.list_templates():
        site.templates.get_template(name)
    service = site.office.service
    listing(service)
    for question in examples(service):
        chart_of(service, Speech(LANGUAGES[0]), service.answer(question, ()).figures)
