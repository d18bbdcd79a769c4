"""Members of a group: what each is called, and what all of them have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.matching.card import Card
from bot.matching.retriever import Retriever
from corpus.compiled import compiled
from corpus.passage import Kind
from corpus.texts.table import cells, is_number

# 食品等行业: what stands before 等 is the member.
_AND_SUCH = compiled("等.*$")
_LEADING = compiled(r"^(?:#|\*|其中[:：,，]?|在总计中[:：]?|[一二三四五六七八九十]+[、.]|\d{1,2}[、.])+")
_LONG = 4
_CLASS = compiled(
    "(?:制造业|产业|行业|景区|街道|园区|开发区|高新区|社区|学校|医院|公司|集团|[业类县市区镇乡])$"
)


@dataclass(frozen=True)
class Member:
    """A figure with what tells it from the others of its group, in canonical words: 铝产业, 乌恰县.

    `shared` is what all labels end with: 阶段投入 of 高中教育阶段投入.
    """

    card: Card
    label: str
    shared: str = ""

    @property
    def short(self) -> str:
        """The label as it is said for short: 乌恰 of 乌恰县; of two characters or more."""
        short = _CLASS.sub("", self.label)
        return short if len(short) > 1 else self.label

    @property
    def names(self) -> tuple[str, ...]:
        """The ways to say it: 社会救援队伍, 社会救援队."""
        shorter = self.label[:-1] if len(self.label) > _LONG else ""
        return tuple(filter(None, (self.label, self.short, shorter, self._own)))

    def is_named(self, text: str) -> bool:
        """Whether a text in canonical words says it, by two characters at least."""
        return any(len(name) > 1 and name in text for name in self.names)

    @property
    def _own(self) -> str:
        """The label without what all labels end with, "" where that leaves next to nothing."""
        own = self.label.removesuffix(self.shared) if self.shared else ""
        return own if len(own) > 1 else ""


def row_label(card: Card, retriever: Retriever) -> str:
    """What the row of a table is called that a figure stands in, canonical; "" for a figure of a sentence."""
    passage = retriever.passage_of(card.figure)
    if passage.kind is not Kind.ROW:
        return ""
    said = next((cell for cell in cells(passage.text) if cell and not is_number(cell)), "")
    return retriever.lexicon.canonical(_LEADING.sub("", said))


def members(cards: Sequence[Card], retriever: Retriever) -> tuple[Member, ...]:
    """The cards with what each is called: its row's label, its place, or what its name has that the others' have not."""
    rows = [row_label(card, retriever) for card in cards]
    if all(rows):
        return tuple(map(Member, cards, rows))
    if len({card.figure.place for card in cards}) == len(cards):
        return tuple(Member(card, retriever.lexicon.canonical(card.figure.place)) for card in cards)
    names = [_own_name(card, retriever) for card in cards]
    shared = _ending(names)
    return tuple(Member(card, name, shared) for card, name in zip(cards, names, strict=True))


def _ending(names: Sequence[str]) -> str:
    """What all names end with, "" where that is a single character."""
    backwards = zip(*map(reversed, names), strict=False)
    size = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, backwards))
    return names[0][len(names[0]) - size :] if size > 1 else ""


def _own_name(card: Card, retriever: Retriever) -> str:
    """A figure's name without what is measured: 医药 of 医药增加值, 食品 of 食品等行业增加值."""
    indicator = retriever.lexicon.canonical(card.figure.indicator)
    bare = card.name.removesuffix(indicator) or card.name
    return _AND_SUCH.sub("", bare) or bare
