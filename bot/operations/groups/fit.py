"""How far a group is what a question is about: the words that it says, what its members are called."""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import fsum

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import ABOVE, BEFORE, NAME, SCOPE, Layers, cover, excluded, layers_of, met
from bot.operations.groups.asked import Asked
from bot.operations.groups.group import Group
from bot.operations.groups.lists import introductions
from bot.operations.groups.member import Member
from bot.operations.groups.words import words
from bot.understanding.question import Question, Run
from corpus.compiled import compiled

# So many of the members have to be called as the question calls them.
_FITTING = 0.6
# 多铺 of 多铺几公里.
_MORE = compiled("^[多少][一-鿿]$")
# So many characters behind the last member may say what all are.
_SUCH = 10
# 铝产业 is an industry by its last character.
_KINDS = "业类"
# Firms are called as industries are, and are none.
_FIRMS, _INDUSTRIES = frozenset({"企业", "公司", "单位", "机构"}), ("产业", "行业", "制造业")
# 全县平均: what is said of the limit.
_AVERAGE = ("平均", "水平", "平均水平")


def said(group: Group, question: Question, asked: Asked, retriever: Retriever) -> float | None:
    """How far the group says what the question names besides its members, None where some of it is missing."""
    if all(
        excluded(question.content, member.card.name, retriever.lexicon.exclusive) for member in group.members
    ):
        return None
    shares = []
    for run in question.runs:
        rest, named = _rest(run, group, asked, retriever)
        if len(rest) < 2 or rest in retriever.lexicon.soft or retriever.lexicon.is_light(rest):
            continue
        # What is said in one breath with a member, 医院老城, may be another that is none of the group.
        last = run is question.runs[-1]
        layers = [
            _own(member) if named else _layers(member, retriever, near=last) for member in group.members
        ]
        covers = [cover(rest, one, retriever.lexicon) for one in layers]
        lacking = [one for one in covers if one.missing(retriever.lexicon, run.cut(rest).terms)]
        if len(lacking) * 2 > len(covers):
            return None
        shares.append(_mean([one.share for one in covers]))
    return _mean(shares) if shares else 0.0


def _rest(run: Run, group: Group, asked: Asked, retriever: Retriever) -> tuple[str, bool]:
    """What a run says besides words for the members and the members themselves, and whether it names one of these."""
    text = retriever.lexicon.canonical(asked.text)
    own = [name for member in group.members for name in member.names if len(name) > 1]
    for word in sorted({*own, *map(retriever.lexicon.canonical, asked.classes)}, key=len, reverse=True):
        text = text.replace(word, "\x00" * len(word))
    # 省内省外境外 was cut into other words: what of a run is no member is left.
    place = retriever.lexicon.canonical(asked.text).find(run.words)
    rest = text[place : place + len(run.words)] if place >= 0 else run.words
    rest = _MORE.sub("", rest.replace("\x00", ""))
    for name in ("most", "least", "over", "below", "set"):
        rest = words().patterns[name].sub("", rest)
    named = any(name in run.words for name in own)
    return ("" if asked.wider and rest in _AVERAGE else rest), named


def _own(member: Member) -> Layers:
    """A member's own words, and nothing of what stands beside it."""
    card = member.card
    return ((card.name, NAME), (card.scope, SCOPE), (card.above, ABOVE))


def _layers(member: Member, retriever: Retriever, *, near: bool) -> Layers:
    """What a member's words are met by; its whole sentence too, where `near` is not all that may."""
    sentence = "" if near else retriever.canonical(retriever.passage_of(member.card.figure))
    above = introductions(member.card.figure.letter, retriever).get(member.card.figure.passage, "")
    return (*layers_of(member.card), (sentence, BEFORE), (above, BEFORE))


def class_fit(group: Group, asked: Asked, retriever: Retriever) -> float:
    """3 where the members are called just so, 2 by a word of the kind, 1 where the text around them says it, else -1.

    0 where nothing is asked.
    """
    counted = asked.count == len(group.members)
    return min((_one_class(group, word, retriever, counted=counted) for word in asked.classes), default=0.0)


def _one_class(group: Group, word: str, retriever: Retriever, *, counted: bool) -> float:
    """How well one word calls the members, or one that means much the same."""
    called = words().kin.get(word, (word,))
    return max(_so_called(group, one, retriever, counted=counted) for one in called)


def _so_called(group: Group, word: str, retriever: Retriever, *, counted: bool) -> float:
    known = words()
    if word in known.places:
        if not group.by_place:
            # 白石、青桐、渡口三个街道: as many as are said, under their short names.
            around = counted and any(word in text for text in _around(group, retriever))
            return (
                1.0
                if around and not any(member.label.endswith(known.places) for member in group.members)
                else -1.0
            )
        return 3.0
    if word in _FIRMS and all(member.label.endswith(_INDUSTRIES) for member in group.members):
        return -1.0
    for ending, fit in ((word, 3.0), (word[-1], 2.0)):
        called = [one for one in group.members if one.label.endswith(ending)]
        if len(called) >= _FITTING * len(group.members) and (fit > 2 or ending in _KINDS):
            return fit
    if group.by_place and word not in known.general:
        return -1.0
    return 1.0 if word in known.general or any(word in text for text in _around(group, retriever)) else -1.0


def narrowed(group: Group, asked: Asked) -> Group:
    """The group without the places that are not what the question asks among: 哪个县 of counties and districts."""
    endings = tuple(chain(*(_endings(word) for word in asked.classes if word in words().places)))
    if not group.by_place or not endings:
        return group
    return group.only(tuple(one for one in group.members if one.label.endswith(endings)))


def _endings(word: str) -> tuple[str, ...]:
    """How names of the places end that a word asks for; none for 地方, any of them for 县市区."""
    known = words().endings
    if word in known:
        return known[word]
    return tuple(
        ending for name, endings in known.items() if len(name) == 1 and name in word for ending in endings
    )


def _around(group: Group, retriever: Retriever) -> Iterable[str]:
    """What introduces the members: their names, what they stand under, the sentence up to them, the heads of their table."""
    for member in group.members:
        yield member.card.name
        yield member.card.scope
    first = retriever.passage_of(group.chief.figure)
    yield from map(retriever.lexicon.canonical, first.section)
    last = retriever.passage_of(group.members[-1].card.figure)
    for passage in {first.id: first, last.id: last}.values():
        yield retriever.canonical(passage).partition(group.members[0].label)[0]
    # 医药、食品等行业
    yield retriever.canonical(last).partition(group.members[-1].label)[2][:_SUCH]
    yield introductions(first.letter, retriever).get(first.id, "")


def soft_said(group: Group, question: Question, retriever: Retriever) -> float:
    """How many of the words that only help to choose, 完成率 or 总产值, the members' names say."""
    names = [member.card.name for member in group.members]
    soft = {*question.soft, *(run.words for run in question.runs if run.words in retriever.lexicon.soft)}
    return float(sum(all(word in name for name in names) for word in soft if len(word) > 1))


def name_said(group: Group, question: Question, retriever: Retriever) -> float:
    """How much of what all members are called, 增加值 or 产值, the question says, 0 to 1."""
    shares = []
    for member in group.members:
        name = member.card.name.replace(member.label, "")
        shares.append(
            met(name, retriever.lexicon.canonical(question.text), retriever.lexicon) if name else 1.0
        )
    return _mean(shares)


def in_title(group: Group, retriever: Retriever) -> bool:
    """Whether the letter's own title says what is measured."""
    name = retriever.lexicon.plain.sub("", group.chief.name)
    return len(name) > 1 and name in retriever.lexicon.canonical(group.chief.letter.title)


def _mean(shares: Sequence[float]) -> float:
    # The library's own takes longer to import than most answers to find.
    return fsum(shares) / len(shares)
