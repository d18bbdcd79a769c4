"""`dafu ask --explain`: the candidates of a question with what speaks for each, for whoever maintains the score."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bot.answering.candidate import Candidate
from bot.answering.comparison import Comparison
from bot.scoring.choosing import choosing
from bot.scoring.model import shipped

# So many candidates are shown, each with these features.
_CANDIDATES = 5
_OF_REPLY = (
    "match",
    "meets",
    "words missing",
    "slots missing",
    "period fit",
    "name said",
    "content in passages",
    "checked",
)
_OF_FIGURE = ("odds", "lead", "match", "missing share", "lacks", "name", "clause", "sentence odds")
_OF_SENTENCE = ("odds", "lead", "score", "content", "question", "near words", "numbers", "kind")


def explain(text: str, candidates: Sequence[Candidate], late: Candidate | None, console: Console) -> None:
    """Prints the likeliest candidates: P(right) beside the others and by itself, reading, way, reply, and features
    of it; behind them the one that is told where none of these is likely enough."""
    table = Table("P", "alone", "reading", "way", "reply", "evidence", show_lines=True)
    judged = Comparison(text, candidates).judged
    refused = [(0.0, one) for one in candidates if not one.answers]
    for probability, one in sorted((*judged, *refused), key=lambda row: -row[0])[:_CANDIDATES]:
        table.add_row(
            f"{probability:.2f}",
            f"{one.probability:.2f}",
            one.reading,
            one.reply.way or one.reply.kind.value,
            one.reply.headline.text,
            "\n".join(_told(one)),
        )
    if late:
        table.add_row("", "", late.reading, late.reply.way, late.reply.headline.text, "where none is told")
    console.print(table)
    bounds = f"told as an answer from {choosing().bound:.2f} on, the first reading's reply from {shipped().sure:.2f} alone"
    console.print(bounds, style="dim", highlight=False)


def _told(candidate: Candidate) -> list[str]:
    if not candidate.evidence:
        return ["not scored"]
    names = _OF_FIGURE if candidate.points else _OF_SENTENCE if candidate.quotes else _OF_REPLY
    return [f"{name} = {float(candidate.evidence.get(name, 0.0)):g}" for name in names]
