"""Figures in another unit."""

from collections.abc import Sequence

from bot.answer import Kind
from bot.matching.query import queries
from bot.matching.retriever import Retriever
from bot.operations.arithmetic.reckon import Working, converted
from bot.operations.arithmetic.worked import literal_figures
from bot.operations.figures.lookup import lookup
from bot.phrasing.headline import Headline, Named, Printed, Result, headline
from bot.phrasing.phrase import labelled
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from bot.wording import say
from corpus.amounts.unit import parse_unit, same_family, units
from corpus.figure import Figure, Measure
from corpus.runtime.replace import replace
from corpus.texts.text import plain

_AMOUNTS = frozenset({Measure.LEVEL, Measure.CHANGE})
# What is asked of several figures has a unit of its own.
_SEVERAL = frozenset(
    {"sum", "difference", "compare", "rest", "each", "order", "check", "claim", "total", "base"}
)
_SCALES = {10**4: "万", 10**8: "亿"}


def in_unit(question: Question, retriever: Retriever) -> Reply | None:
    """Each figure asked for in the unit asked for."""
    figures = literal_figures(question, retriever)
    if not figures:
        numbers = tuple(plain(literal.raw) for literal in question.literals)
        findings = [
            retriever.finding(replace(query, asked=NOTHING, literals=numbers)) for query in queries(question)
        ]
        if not all(finding.met for finding in findings):
            return None
        figures = tuple(finding.matches[0].figure for finding in findings)
    unit = unit_for(question.unit, figures[0])
    if all(unit == figure.quantity.printed_unit for figure in figures):
        return None
    workings = [working for figure in figures if (working := converted(figure, unit))]
    if len(workings) != len(figures):
        return None
    parts = [_in_unit(figure, working) for figure, working in zip(figures, workings, strict=True)]
    statements = [retriever.stated(figure) for figure in figures]
    text = parts[0] if len(parts) == 1 else _listed(parts)
    passages = tuple(statement.passage for statement in statements)
    return Reply(Kind.ANSWER, text, tuple(figures), passages, tuple(workings))


def as_asked(question: Question, retriever: Retriever) -> Reply | None:
    """A figure in the unit that its amount is asked in, where it is printed in another: 多少亩 of 3.6万公顷.

    None where it is printed so, or in a larger or smaller scale of just that unit that nobody asked for.
    """
    if not question.asked.unit or question.operations & _SEVERAL or len(queries(question)) != 1:
        return None
    finding = retriever.finding(queries(question)[0])
    if not finding.met or finding.best is None or finding.best.figure.measure not in _AMOUNTS:
        return None
    figure = finding.best.figure
    working = _converted(figure, unit_for(question.asked.unit, figure))
    if working is None or lookup(question, retriever) is None:
        return None
    statement = retriever.stated(figure)
    return Reply(Kind.ANSWER, _in_unit(figure, working), (figure,), (statement.passage,), (working,))


def _converted(figure: Figure, unit: str) -> Working | None:
    """The figure in a unit asked for; in one of another size with the printed scale where none was asked for."""
    asked, quantity = parse_unit(unit), figure.quantity
    if asked is None or quantity.high is not None or quantity.meant or quantity.unit not in units():
        return None
    known = units()
    if asked.unit not in known or not same_family(asked.unit, quantity.unit):
        return None
    alike = known[asked.unit].size == known[quantity.unit].size
    if alike and asked.scale in {1, quantity.scale}:
        return None
    scaled = _SCALES.get(int(quantity.scale), "") if asked.scale == 1 else ""
    for to_unit in (scaled + unit, unit):
        working = converted(figure, to_unit)
        if working and (abs(working.value) >= 1 or to_unit == unit):
            return working
    return None


def unit_for(asked: str, figure: Figure) -> str:
    """The unit asked for with the figure's own unit where only a scale was named: 亿 of 万元 is 亿元."""
    scale = asked.removeprefix("个")
    return scale + figure.quantity.unit if scale in {"亿", "万", "千万", "百万"} else scale


def _in_unit(figure: Figure, working: Working) -> Headline:
    template = say("reckon.unit_about" if working.rounded else "reckon.unit")
    body = headline(template, name=Named(figure), value=Printed(figure), result=Result(working))
    return labelled(body, figure)


def _listed(parts: Sequence[Headline]) -> Headline:
    text = parts[0]
    for part in parts[1:]:
        text = headline(say("reckon.and"), first=text, second=part)
    return text
