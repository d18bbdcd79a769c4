"""What a question is about beside what it asks for, and how far figures say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import ABOVE, BEFORE, CLAUSE, NAME, SCOPE, Cover, Layers, cover, is_short_form
from bot.matching.timefit import in_all
from bot.operations.groups.lists import announces
from bot.operations.relations.words import words
from bot.understanding.expressions.thesaurus import thesaurus
from bot.understanding.question import Question
from corpus.compiled import compiled
from corpus.kind import Kind
from corpus.texts.text import pairs

# More ways to put one piece are not tried.
_PUT = 12
_BREAK = "\x00"
# 走的人: a word with 的 in it is one piece.
_OF, _KEPT = "的", "\x01"
_APART = compiled(rf"[{_BREAK}的]+|(?!\.\d)[^\w{_KEPT}]+")
# Said for what papers say by a longer verb, or by none: 改老小区, 修危桥.
_VERBS, _SHORT = frozenset("改修建做搞弄造开收卖买花种养产办装查抓罚拿给用来投招发补"), 2


@dataclass(frozen=True)
class Topic:
    """The pieces that figures must say, each with the other words that say the same."""

    pieces: tuple[tuple[str, ...], ...]

    def share(self, cards: Sequence[Card], retriever: Retriever) -> float | None:
        """How far these figures together say all pieces, None where some of one is missing."""
        if not self.pieces or not any(self._may_be_said(card) for card in cards):
            return None
        layers = _layers(cards, retriever)
        shares = [_said(piece, layers, retriever) for piece in self.pieces]
        found = [one for one in shares if one is not None]
        # What only titles say may be said of any figure of the paper.
        if len(found) < len(shares) or max(found) <= ABOVE:
            return None
        return round(sum(found) / len(found), 2)

    def led(self, cards: Sequence[Card], retriever: Retriever) -> float | None:
        """How far the first sentence of the paragraph of these figures says all pieces, whose names have some of them."""
        if not self.pieces or not any(self.is_beside(card) for card in cards):
            return None
        layers = ((_lead(cards[0], retriever), ABOVE),)
        found = [_said(piece, layers, retriever) for piece in self.pieces]
        return ABOVE if all(one is not None for one in found) else None

    def _may_be_said(self, card: Card) -> bool:
        """Whether a figure's own texts have two neighbouring characters of a piece: what titles alone say is not enough."""
        return self.is_beside(card, card.before) or any(
            is_short_form(put[:4], card.name) for piece in self.pieces for put in piece
        )

    def is_near(self, cards: Sequence[Card]) -> bool:
        """Whether the names, clauses or scopes of these figures have two neighbouring characters of each piece."""
        texts = [text for card in cards for text in (card.name, card.clause, card.scope)]
        return all(
            any(pair in text for put in piece for pair in pairs(put) for text in texts)
            for piece in self.pieces
        )

    def own(self, card: Card, retriever: Retriever) -> float | None:
        """How far a figure's own name says all pieces, None where some of one is missing."""
        layers = ((card.name, NAME), (card.figure.place, SCOPE))
        shares = [_said(piece, layers, retriever) for piece in self.pieces]
        found = [one for one in shares if one is not None]
        return sum(found) / len(found) if found and len(found) == len(shares) else None

    def is_beside(self, card: Card, *more: str) -> bool:
        """Whether a figure's name or its clause, or one of more texts, has two neighbouring characters of a piece."""
        texts = (card.name, card.clause, card.scope, *more)
        return any(
            pair in text for piece in self.pieces for put in piece for pair in pairs(put) for text in texts
        )

    def is_beside_name(self, card: Card) -> bool:
        """Whether a figure's own name has two neighbouring characters of a piece."""
        return any(pair in card.name for piece in self.pieces for put in piece for pair in pairs(put))

    def is_named(self, card: Card, retriever: Retriever) -> bool:
        """Whether a figure's own name says one of the pieces at least."""
        layers = ((card.name, NAME),)
        return any(_said(piece, layers, retriever) is not None for piece in self.pieces)


def topic(text: str, question: Question, retriever: Retriever) -> Topic:
    """The topic of a text of a question, out of which what asks for the relation is already taken."""
    for literal in question.literals:
        text = text.replace(literal.raw, _BREAK)
    for period in question.periods:
        text = text.replace(period.raw, _BREAK)
    text = kept(text)
    for name in ("time", "place", "talk"):
        text = words().patterns[name].sub(_BREAK, text)
    return Topic(tuple(_pieces(text, retriever)))


def kept(text: str) -> str:
    """A text in which everyday words with 的 in them are no pieces of their own: 走的人."""
    for said in words().everyday:
        if _OF in said:
            text = text.replace(said, said.replace(_OF, _KEPT))
    return text


def without(text: str, *names: str) -> str:
    """A text without what these patterns find."""
    for name in names:
        text = words().patterns[name].sub(_BREAK, text)
    return text


def _pieces(text: str, retriever: Retriever) -> Iterator[tuple[str, ...]]:
    lexicon = retriever.lexicon
    for raw in _APART.split(text):
        piece = raw.strip("了着个得里和跟与看按从")
        if len(piece) < 2 or lexicon.is_light(lexicon.canonical(piece)) or not lexicon.plain.sub("", piece):
            continue
        yield tuple(dict.fromkeys(lexicon.canonical(put) for put in _put(piece)))


def _put(piece: str) -> list[str]:
    """A piece as it is said, and as papers may have it."""
    found = [piece]
    if piece[0] in _VERBS and len(piece) > _SHORT:
        found.append(piece[1:])
    for word, terms in words().everyday.items():
        said = word.replace(_OF, _KEPT)
        if said in piece:
            found += [one.replace(said, term) for one in found for term in terms if said in one]
    for said, _ in thesaurus().spoken(piece):
        # Of a phrase with a gap what stands in that would be lost.
        found += [one.replace(said, term) for one in found for term in thesaurus().terms(said) if said in one]
    return [one.replace(_KEPT, _OF) for one in dict.fromkeys(found)][:_PUT]


def _said(piece: tuple[str, ...], layers: Layers, retriever: Retriever) -> float | None:
    covers = [cover(put, layers, retriever.lexicon) for put in piece]
    return max((one.share for one in covers if _is_met(one, retriever)), default=None)


def _is_met(one: Cover, retriever: Retriever) -> bool:
    # 油茶 is no 茶叶.
    return not one.missing(retriever.lexicon) and not one.cut_words


def _layers(cards: Sequence[Card], retriever: Retriever) -> Layers:
    def of(texts: Iterable[str]) -> str:
        return "\n".join(dict.fromkeys(text for text in texts if text))

    return (
        (of(card.name for card in cards), NAME),
        (of(card.clause for card in cards), CLAUSE),
        (of(card.scope for card in cards), SCOPE),
        (of(card.before for card in cards), BEFORE),
        (of((*(card.above for card in cards), *(_lead(card, retriever) for card in cards))), ABOVE),
    )


def _lead(card: Card, retriever: Retriever) -> str:
    """The first sentence of a figure's paragraph, which says what the others are of."""
    here = retriever.passage_of(card.figure)
    leads: Mapping[int, str] = retriever.cards.kept(here.letter, _leads, retriever)
    return leads.get(here.paragraph, "")


def _leads(letter: str, retriever: Retriever) -> Mapping[int, str]:
    """The lead of each paragraph, behind the sentence that announced it and others of its section: 具体如下:."""
    found: dict[int, str] = {}
    announced: tuple[tuple[str, ...], str] = ((), "")
    for passage in retriever.library.passages(letter):
        if passage.kind is not Kind.SENTENCE:
            continue
        section, words = announced
        said = retriever.canonical(passage)
        below = passage.section[: len(section)] == section
        found.setdefault(passage.paragraph, f"{words}\n{said}" if words and below else said)
        if announces(passage):
            announced = (passage.section, said)
    return found


def is_then(question: Question, card: Card) -> bool:
    """Whether a figure is of the times that a question names, of any where it names none."""
    return in_all(question.periods, card.figure.period)


@dataclass(frozen=True)
class Told:
    """Figures that may answer, how far they say what is asked, and the value that they come to."""

    cards: tuple[Card, ...]
    share: float
    value: object


def only(found: Iterable[Told]) -> Told | None:
    """The one that says most of what is asked, None where another with another value says as much."""
    candidates = list(found)
    best = max(candidates, key=lambda one: one.share, default=None)
    if best is None:
        return None
    rivals = {one.value for one in candidates if one.share >= best.share}
    return best if len(rivals) == 1 else None
