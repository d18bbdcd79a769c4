"""What the first reader would wait for, done before anybody asks."""

from bot.service.examples import examples
from bot.service.shelf import chart_of
from bot.speech import LANGUAGES, Speech
from bot.web.listed import listing
from bot.web.site import Site


def warm(site: Site) -> None:
    """Reads the templates, tries the example questions, chooses their charts. Takes its time: call it apart."""
    for name in site.templates.list_templates():
        site.templates.get_template(name)
    service = site.office.service
    listing(service)
    for question in examples(service):
        chart_of(service, Speech(LANGUAGES[0]), service.answer(question, ()).figures)
