"""Figures in another unit."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Kind
from bot.answering.desk import Desk
from bot.answering.headline import Headline, Named, Printed, Result, headline
from bot.answering.phrase import Statement, labelled
from bot.answering.reckon import (
    Working,
    converted,
)
from bot.answering.reply import Reply
from bot.answering.wish import wishes
from bot.answering.worked import literal_figures
from bot.understanding.question import NOTHING, Question
from bot.wording import say
from corpus.figure import Figure
from corpus.text import plain


def in_unit(question: Question, desk: Desk) -> Reply | None:
    """Each figure asked for in the unit asked for."""
    figures = literal_figures(question, desk)
    if not figures:
        numbers = tuple(plain(literal.raw) for literal in question.literals)
        findings = [desk.finding(replace(wish, asked=NOTHING, literals=numbers)) for wish in wishes(question)]
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
    statements = [Statement((figure,), desk.passage_of(figure)) for figure in figures]
    text = parts[0] if len(parts) == 1 else _listed(parts)
    passages = tuple(statement.passage for statement in statements)
    return Reply(Kind.ANSWER, text, tuple(figures), passages, tuple(workings))


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
