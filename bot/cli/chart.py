"""`dafu chart`: the charts of the documents as PNG files."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.open import SHIPPED, CorpusOption, IndexOption, ModelOption, opened, stop

_NONE = 3


def chart(
    question: Annotated[
        list[str] | None,
        typer.Argument(help="A question: the chart about its answer. Without one: all charts."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the pictures; made where it is not there.")] = Path(
        "."
    ),
    corpus: CorpusOption = SHIPPED,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """Draw charts, the same that the bot sends; each file is named with what it shows. Exit 3 with a line where there is none."""
    # Imported here: no other command draws.
    from bot.answering.answerer import Answerer
    from bot.charts.drawing import png
    from bot.service.archive import Service
    from bot.service.views.shelf import chart_of, history_charts, letter_charts
    from bot.speech import speech
    from bot.wording import say

    words = speech(None)
    with closing(opened(corpus, index, model)) as library:
        service = Service(Answerer(library).answer, library)
        none = say("chart.no_letter")
        if question:
            answer = service.answer(" ".join(question), ())
            about = chart_of(service, words, answer.figures)
            found = [about] if about else []
            none = say("chart.no_answer").format(headline=answer.headline)
        else:
            own = [one for letter in library.letters for one in letter_charts(service, words, letter)]
            found = list(dict.fromkeys([*own, *history_charts(service, words)]))
    try:
        out.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(found, 1):
            path = out / f"{number:02}-{one.sort}.png"
            path.write_bytes(png(one))
            typer.echo(f"{path}\t{one.text}")
    except OSError as error:
        raise stop(error) from None
    if not found:
        raise stop(none, _NONE)
