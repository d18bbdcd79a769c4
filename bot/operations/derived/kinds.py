"""Whether figures are of the kind, place and time that a question asks for, and of one thing."""

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import met
from bot.understanding.question import Question
from corpus.compiled import compiled

# Names so alike are of one thing.
_SAME = 0.75


def is_kind(card: Card, question: Question, retriever: Retriever) -> bool:
    """Whether a figure is measured in what is asked for; any is, where nothing is."""
    wanted, unit = question.asked, card.figure.quantity.unit
    if wanted.kind in {"", "scale"}:
        return True
    return wanted.kind == retriever.lexicon.kind(unit) and (
        wanted.kind != "count" or retriever.lexicon.counts_alike(wanted.word, unit)
    )


_ALL_OF = compiled("全([国省市县区州镇乡村])(?![有营道])")


def is_here(card: Card, question: Question, retriever: Retriever) -> bool:
    """Whether a figure is of the one place that is asked about, else of the letter's own; 全省 is no county."""
    if is_abroad(card, question):
        return False
    here = question.places or (card.letter.place,)
    at = card.figure.place
    own = not question.places and at[:1] == "全" and (card.letter.place or at).endswith(at[1:])
    return len(here) == 1 and (own or retriever.same_place(here[0], at))


def is_abroad(card: Card, question: Question) -> bool:
    """Whether all of a larger or smaller place is asked about than a figure is of."""
    return any(not card.figure.place.endswith(level) for level in _ALL_OF.findall(question.text))


def is_one_thing(one: Card, other: Card, retriever: Retriever) -> bool:
    """Whether the name of one figure is all of the other's, or nearly so."""
    lexicon = retriever.lexicon
    return max(met(one.name, other.name, lexicon), met(other.name, one.name, lexicon)) >= _SAME
