"""A sentence with its amounts and periods marked, and the slot each amount stands in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.runtime.frozen import dataclass
from corpus.texts.text import Folded
from corpus.times.datewords import is_base
from corpus.times.period import Dated

# In the masked text these stand for a period's characters and for a bracket without an amount.
PERIOD = "\ue101"
VOID = "\ue102"
_BRACKET = compiled(r"\([^()]*\)")
_NOUN_JOINT = compiled(r"[^,;:。、和]{1,24}(?:、|以及|和|与|及)")
_TERRITORY = compiled("(?:行政|自然|建制)?村|村(?:民)?小?组|村委会|居委会|社区|乡镇|镇乡?|乡|街道|县区?|市县")
# 322家规上工业企业中,… and 93家企业中亏损23家: who the following amounts are of.
AMONG = compiled(
    r"[\u4e00-\u9fff]{2,14}?(?<![集其适折浓途高初])[中里](?=有?$|,|[^,;、心小等型央国间草试介医部期]{2,8}$|[^,;、心小等型央国间草试介医部期]{2,8}\d|有\d)"
)
_KIND = compiled(r"\([一二12]\)型")
_STILL = compiled(r"[\u4e00-\u9fff]{1,10}?(?:还|仍|尚|现)有")  # 全乡25个村还有6个村
# 据云岭日报8月7日消息, 新华社8月7日电: when a paper told it.
_WIRED = compiled("(?:消息|讯|电(?![力网商影动子量站话信价])|报道)")
_PAPER = compiled(r"(?:(?<=[,;:。])|^)[^,;:。]{1,20}[社报网台]$")
_PART = "其中"
WIDE = ("（", "）")  # for a bracket that is part of a name
BREAKS = ",;:。!?()"
_ENDS = compiled("[,;:。()]")
_BREAK, _CLAUSE_BREAK = compiled(f"[{BREAKS}]"), compiled(f"[{BREAKS}、]")
_LAST_BREAK = compiled(f".*[{BREAKS}]", re.DOTALL)
JOINTS = compiled(r"(?:、|,?以及|,?和|,?与|,?及|或|/)")


@dataclass(frozen=True)
class Mention:
    """A quantity and its place in the folded sentence."""

    quantity: Quantity
    start: int
    end: int
    ordinal: bool = False


@dataclass(frozen=True)
class Marked:
    """A sentence ready to be read. `masked` is as long as `text`, periods and void brackets blanked."""

    passage: Passage
    text: str
    masked: str
    mentions: tuple[Mention, ...]
    dated: tuple[Dated, ...]


@dataclass(frozen=True)
class Slot:
    """Where a mention stands: masked[own:mention.start] names it, masked[lead:own] was said since the last one.

    `joint` is the 、 or 和 that ties it to the mention before, "" if none. `depth` counts open brackets.
    `tail` is where the clause behind the mention ends. `part` numbers the sentence's ；-parts. `follows` says that
    it is the next member of a list whose nouns stand behind the amounts: 407个典型镇、2519个典型村.
    """

    mention: Mention
    lead: int
    own: int
    tail: int
    joint: str
    depth: int
    part: int
    follows: bool = False


def mark(
    passage: Passage,
    folded: Folded,
    amounts: Iterable[Quantity],
    ranks: Iterable[Quantity],
    dated: Iterable[Dated],
) -> Marked:
    """The sentence marked; ranks and amounts in their order, periods that are part of an amount left out."""
    mentions = sorted(
        [*_mentions(folded, amounts, ordinal=False), *_mentions(folded, ranks, ordinal=True)],
        key=lambda mention: mention.start,
    )
    mentions = [
        m
        for m, before in zip(mentions, [None, *mentions], strict=False)
        if not before or m.start >= before.end
    ]
    # 增值税收入(50%部分)67亿元: which part of it, and no amount.
    mentions = [m for m in mentions if not folded.text.startswith("部分)", m.end)]
    text = _closed(folded.text, mentions)
    periods = tuple(
        one for one in dated if not any(m.start < one.end and one.start < m.end for m in mentions)
    )
    wired = [one for one in periods if _WIRED.match(text, one.end)]
    based = [one for one in periods if is_base(text, one.end)]
    masked = _unwired(_masked(text, mentions, periods), wired)
    kept = tuple(one for one in periods if one not in wired and one not in based)
    return Marked(passage, text, masked, tuple(mentions), kept)


def _unwired(masked: str, wired: Iterable[Dated]) -> str:
    """The sentence masked without the days on which papers told it."""
    for one in wired:
        said, paper = _WIRED.match(masked, one.end), _PAPER.search(masked, 0, one.start)
        start, end = paper.start() if paper else one.start, said.end() if said else one.end
        masked = masked[:start] + VOID * (end - start) + masked[end:]
    return masked


def _closed(text: str, mentions: Sequence[Mention]) -> str:
    """The text with a bracket that never closes closed behind its first amount's clause."""
    opened = text.rfind("(")
    if opened < 0 or text.count("(") <= text.count(")"):
        return text
    inside = next((mention.end for mention in mentions if mention.start > opened), len(text))
    end = min((place for mark in ",;。" if (place := text.find(mark, inside)) >= 0), default=-1)
    return text if end < 0 else f"{text[:end]}){text[end + 1 :]}"


def _mentions(folded: Folded, found: Iterable[Quantity], *, ordinal: bool) -> Iterator[Mention]:
    for quantity in found:
        starts = folded.starts
        first, behind = bisect_left(starts, quantity.start), bisect_right(starts, quantity.end - 1)
        yield Mention(quantity, first, behind, ordinal)


def _masked(text: str, mentions: Sequence[Mention], periods: Sequence[Dated]) -> str:
    letters = list(text)
    for one in periods:
        letters[one.start : one.end] = PERIOD * (one.end - one.start)
    for bracket in _BRACKET.finditer(text):
        if _KIND.match(text, bracket.start()) and text.endswith("小", 0, bracket.start()):
            # 小(1)型水库 is another kind than 小型水库.
            letters[bracket.start()], letters[bracket.end() - 1] = WIDE
            continue
        if not any(bracket.start() < mention.end and mention.start < bracket.end() for mention in mentions):
            letters[bracket.start() : bracket.end()] = VOID * len(bracket[0])
    return "".join(letters)


def slots(marked: Marked) -> tuple[Slot, ...]:
    """The slot of every mention, in order."""
    found: list[Slot] = []
    end = 0
    for index, mention in enumerate(marked.mentions):
        between = marked.masked[end : mention.start]
        broken = _LAST_BREAK.match(between)
        own = end + (broken.end() if broken else 0)
        if own == end and between.startswith(_PART):
            # 完成渠道4千米其中石桥村1千米: a comma is missing.
            own += len(_PART)
        group = AMONG.match(between)
        if group and found and own == end:
            own += group.end()
        if own == end and found and _STILL.fullmatch(between):
            own = mention.start
        follows = own == end and bool(found) and bool(_goes_on(between))
        own = mention.start if follows else own
        joint = JOINTS.match(marked.masked, own, mention.start) if own == end and found else None
        following = marked.mentions[index + 1].start if index + 1 < len(marked.mentions) else len(marked.text)
        before = marked.text[: mention.start]
        found.append(
            Slot(
                mention,
                lead=_said_from(marked.masked, end, own),
                own=joint.end() if joint else own,
                tail=_clause_end(marked.masked, mention.end, following),
                joint=joint[0] if joint else "",
                depth=max(0, before.count("(") - before.count(")"))
                if _closes(marked.text, mention.end)
                else 0,
                part=before.count(";") + before.count("。"),
                follows=follows,
            )
        )
        end = mention.end
    return tuple(found)


def _goes_on(between: str) -> re.Match[str] | None:
    """The noun of the amount before, where the next amount's own stands behind it: 407个典型镇、…, 7个乡镇20个村."""
    return _NOUN_JOINT.fullmatch(between) or _TERRITORY.fullmatch(between)


def _said_from(masked: str, end: int, own: int) -> int:
    """Where the words about the next amount begin: behind the clause of the one before."""
    broken = _BREAK.search(masked, end, own)
    return (broken.end() if broken else own) if end else 0


def _clause_end(masked: str, start: int, stop: int) -> int:
    broken = _CLAUSE_BREAK.search(masked, start, stop)
    return broken.start() if broken else stop


def until_break(text: str, start: int, stop: int) -> str:
    """A text from one place to another, but no further than to where its clause ends."""
    broken = _ENDS.search(text, start, stop)
    return text[start : broken.start() if broken else max(start, stop)]


def _closes(text: str, place: int) -> bool:
    """Whether an open bracket ever closes: one that does not is damage and opens nothing."""
    return ")" in text[place:]
