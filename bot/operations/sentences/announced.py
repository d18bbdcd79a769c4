"""What a document names one after the other, told as a list or by its number: headings, catchwords, words in quotation marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from bot.matching.retriever import Retriever
from bot.operations.words.met import weighed
from bot.operations.words.quotes import listed, outlines
from bot.phrasing.clause import is_catchword
from bot.phrasing.headline import quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import letters_near
from bot.understanding.question import Question
from corpus.amounts.numeral import counted
from corpus.compiled import compiled
from corpus.passage import Kind, Passage
from corpus.runtime.replace import replace
from corpus.texts.text import tidy

_NUMERAL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_UNIT = "[个大项件样条点块招手步种桩]"
# So many are asked for: 哪五个, 五大, 三招.
_COUNT = compiled(rf"(?:哪|[这那])?(?P<count>{_NUMERAL}){_UNIT}")
_NTH = compiled(
    rf"第(?P<count>{_NUMERAL})(?=[个项件条点块招步]?[^,，]{{0,6}}(?:是|叫|哪|什么|啥))|排在?第(?P<other>{_NUMERAL})"
)
_ASKS = compiled(
    rf"哪{_NUMERAL}{_UNIT}|叫(?:什么|啥)|是(?:什么|啥|哪)|(?:有|是|包括)哪(?:些|几)|(?:都有|包括)(?:什么|啥)|列(?:出|一下|举)|名称|名字|分别|念"
)
# What asks among figures is told by these.
_PICKED = compiled(r"最|倒数|下降|上升|增长|减少|[涨跌降掉]|高于|低于|超过|不到|以上|以下|%|多少|排名")
# Words of asking and of whatever is listed, which no list has to have.
_ASIDE = (
    rf"里?面?排(?:在|名)?|第?{_NUMERAL}{_UNIT}?|里头|当中|[里哪]|主抓|狠抓|抓好|事情|工作|任务|措施|举措|方面|部分|内容|重点|名称|名字"
    "|[字件样条点块招手步抓盯搞干做说讲叫列请要]|实施|开展|下阶段|下一?步|接下来|今后|往后|文章|那篇|这篇|你们|局里|分别"
)
_NOTHING = compiled(_ASIDE)
# What is to be done is what is planned.
_CHIEF = compiled("重点|主抓|狠抓|主要抓|盯")
_QUOTED = compiled(r"“(?P<words>[^“”]{1,60})”")
# A single word in quotation marks that says what a sentence is about: 加快“腾”.
_WORD = compiled(r"^[^,，;；。“”]{0,6}“[^“”、]{1,4}”")
# So much of what is asked for must be met, what stands around the things counts so much, and so much less well another list does.
_LEAST, _AROUND, _LEAD = 0.75, 0.95, 0.02


@dataclass(frozen=True)
class Announced:
    """Things that stand one after the other: each in its passage and its words, what is said above or around them, and whether
    they are what work is to be about."""

    items: tuple[tuple[Passage, str], ...]
    about: str
    chief: bool = False

    def share(self, weights: dict[str, float], retriever: Retriever) -> float:
        """How much of the weight of pairs stands in each of the things, or a little less surely around them."""
        canonical = retriever.lexicon.canonical
        about, each = canonical(self.about), [canonical(words) for _, words in self.items]
        met = sum(
            weight if all(pair in words for words in each) else _AROUND * weight
            for pair, weight in weights.items()
            if pair in about or all(pair in words for words in each)
        )
        return met / sum(weights.values())


def announced(question: Question, retriever: Retriever) -> Reply | None:
    """The things asked for, as many as are asked for, or the one of that number; None where none, or several, may be meant."""
    text = question.text
    nth = _NTH.search(text)
    if not (_ASKS.search(text) or nth) or _PICKED.search(text) or question.asked.kind == "money":
        return None
    count = _COUNT.search(_NTH.sub("", text))
    size = counted(count["count"]) if count else 0
    weights = weighed(question, retriever, _ASIDE, question.soft)
    named = any(len(_NOTHING.sub("", run.words)) > 1 for run in question.runs)
    # What is named and stands nowhere is in no list.
    if not (size > 1 or nth) or (named and not weights) or not (size or weights):
        return None
    found = [one for one in _lists(question, retriever) if not size or len(one.items) == size]
    if weights:
        shares = [one.share(weights, retriever) for one in found]
        best = max(shares, default=0.0)
        found = [
            one for one, share in zip(found, shares, strict=True) if share >= _LEAST and best - share < _LEAD
        ]
    chief = [one for one in found if one.chief] if _CHIEF.search(text) or not weights else []
    chosen = _only(chief or found)
    if chosen is None:
        return None
    if nth is None:
        return _told(chosen.items)
    place = counted(nth["count"] or nth["other"])
    return _told(chosen.items[place - 1 : place])


def _only(found: Sequence[Announced]) -> Announced | None:
    """The only one of them, None where they have other things."""
    if not found:
        return None
    return found[0] if all(one.items == found[0].items for one in found) else None


def _told(items: Sequence[tuple[Passage, str]]) -> Reply | None:
    told = [quote(one, words) for one, words in items]
    passages = tuple(dict.fromkeys(one for one, _ in items))
    reply = listed(told, passages) if told else None
    return replace(reply, checked=True) if reply else None


def _lists(question: Question, retriever: Retriever) -> Iterator[Announced]:
    """All that the letters meant have one after the other."""
    for above, titles in outlines(question, retriever):
        yield Announced(tuple((one, tidy(one.text).rstrip("。:：")) for one in titles), above)
    for letter in letters_near(question, retriever):
        passages = retriever.library.passages(letter)
        for section, group in groupby(passages, key=lambda one: one.section):
            sentences = [one for one in group if one.kind is Kind.SENTENCE]
            yield from _of_section("".join(section), sentences)


def _of_section(above: str, sentences: Sequence[Passage]) -> Iterator[Announced]:
    words = [tidy(one.text) for one in sentences]
    heads = [place for place, said in enumerate(words) if is_catchword(said)]
    if len(heads) > 1:
        yield Announced(tuple((sentences[place], words[place].rstrip("。")) for place in heads), above)
    for start, end in pairwise((*heads, len(words))):
        yield from _marked(above + words[start], list(zip(sentences, words, strict=True))[start + 1 : end])
    for passage, said in zip(sentences, words, strict=True):
        yield from _inside(above, passage, said)


def _marked(about: str, said: Iterable[tuple[Passage, str]]) -> Iterator[Announced]:
    """Sentences that each begin with a word in quotation marks."""
    items = tuple((one, match.group()) for one, words in said if (match := _WORD.match(words)))
    if len(items) > 1:
        yield Announced(items, about)


def _inside(above: str, passage: Passage, words: str) -> Iterator[Announced]:
    """Things that one sentence names in one pair of quotation marks."""
    for match in _QUOTED.finditer(words):
        names = re.split("、", match["words"])
        if len(names) > 2:
            around = words[: match.start()] + words[match.end() :]
            chief = bool(re.search("重点|抓手|任务", around[match.start() : match.start() + 12]))
            yield Announced(tuple((passage, name) for name in names), above + around, chief)
