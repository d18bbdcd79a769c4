"""Answers as JSON objects, in the form that users and tests build on."""

from typing import Any

from bot.answer import Answer, Cited
from corpus.amounts.broken import printed
from corpus.figure import Figure
from corpus.texts.text import tidy
from corpus.times.period import label


def as_json(answer: Answer, question: str, milliseconds: float, item: str = "") -> dict[str, Any]:
    """The answer as the object of the contract; `item` is the id of a batch item."""
    return {
        "id": item,
        "question": question,
        "kind": answer.kind.value,
        "headline": answer.headline,
        "figures": [figure_json(figure) for figure in answer.figures],
        "working": answer.working or None,
        "passages": [_passage(cited) for cited in answer.cited],
        "remarks": list(answer.remarks),
        "suggestions": list(answer.suggestions),
        "choices": list(answer.choices),
        "milliseconds": round(milliseconds, 1),
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure as it stands in the object of an answer."""
    quantity = figure.quantity
    return {
        "place": figure.place,
        "subject": figure.subject,
        "indicator": figure.indicator,
        "period": label(figure.period) if figure.period else "",
        "status": figure.status.value,
        "measure": figure.measure.value,
        "value": str(figure.signed),
        "unit": quantity.unit,
        "raw": quantity.raw,
        "passage": figure.passage,
        "span": [quantity.start, quantity.end],
    }


def _passage(cited: Cited) -> dict[str, Any]:
    passage, letter = cited.passage, cited.letter
    return {
        "id": passage.id,
        "letter": letter.id,
        "number": letter.number,
        "section": " · ".join(tidy(title) for title in passage.section),
        "text": printed(passage.text),
        "start": passage.start,
        "end": passage.end,
        "url": letter.url,
    }
