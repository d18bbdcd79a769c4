"""A question that names no place where several places have what it asks for: which of them is asked back."""

from collections.abc import Sequence

from bot.answer import Kind
from bot.matching.match import Match
from bot.matching.retriever import Finding, Retriever
from bot.phrasing.headline import headline
from bot.phrasing.reply import Reply
from bot.understanding.question import Question
from bot.wording import say
from corpus.place import bare

# Figures as good as each other: less apart than a slot that fits one of them alone.
_APART = 0.3
# As many as buttons under a message are taken in at a glance.
_MOST = 8


def which_place(question: Question, findings: Sequence[Finding], retriever: Retriever) -> Reply | None:
    """The question with each place before it, to choose from; None where its place is named or plain."""
    if question.places or question.strange or not findings:
        return None
    places = [places for finding in findings if len(places := _places(finding, retriever)) > 1]
    if len(places) < len(findings):
        return None
    choices = tuple(f"{bare(place)}{question.text}" for place in places[0][:_MOST])
    return Reply(Kind.ANSWER, headline(say("ask_back.place")), choices=choices)


def _places(finding: Finding, retriever: Retriever) -> list[str]:
    """The places whose own letters have the best figure's like, the best first."""
    best = finding.matches[0]
    alike = [match for match in finding.matches if _alike(match, best, retriever)]
    return list(
        dict.fromkeys(retriever.places.get(match.figure.place, match.figure.place) for match in alike)
    )


def _alike(one: Match, best: Match, retriever: Retriever) -> bool:
    first, second = one.figure, best.figure
    return (
        one.meets
        and best.score - one.score < _APART
        and one.card.name == best.card.name
        and (first.measure, first.status) == (second.measure, second.status)
        and first.days == second.days
        and bool(first.place)
        # The rows of a table are of places; where its letter is of none, each is as likely meant.
        and (retriever.is_of(one.card.letter, first.place) or not one.card.letter.place)
    )
