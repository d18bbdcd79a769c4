"""Phrases: the words before an amount as place, subject, indicator and name."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from corpus import place as places
from corpus.compiled import compiled
from corpus.extraction.attribution.placed import is_home, is_wider, led, placed, stem_of
from corpus.extraction.lexicon import clauses, guarded, head, indicators, one_of
from corpus.extraction.marked import AMONG, PERIOD, VOID
from corpus.extraction.names.verbs import is_verb, together, unmoved
from corpus.extraction.names.wording import WRAP, of_kind, unspanned, wrapped
from corpus.runtime.frozen import dataclass
from corpus.runtime.replace import replace


@dataclass(frozen=True)
class Phrase:
    """A name taken apart. `content` is a verb that only a noun completes (新增, 改造), `part` says 其中 stood before.

    `aspect` is what was said of the indicator at the end: 增速, 排名. `per` is what the amount is for one of: 每公斤.
    `whole` is what the name's thing is part of: 预算支出 in 预算支出中用于民生的. `at_home` says that the words name
    the letter's own place. `holder` is the institution whose it is: 第四中学 of 第四中学教师.
    """

    place: str = ""
    subject: str = ""
    indicator: str = ""
    name: str = ""
    aspect: str = ""
    content: str = ""
    per: str = ""
    whole: str = ""
    at_home: bool = False
    holder: str = ""

    def placed(self, place: str) -> "Phrase":
        """The phrase of a place."""
        return self if place == self.place else replace(self, place=place)


# 以茶叶为主导产业的产业园: what is said of it stands before its noun.
_MADE_OF = compiled(r"^以[^,;。]{1,40}?为[^,;。的]{1,14}的")
_SUM = compiled(r"(?<=.)(?:合计|共计|总计|同比)(?=.)")
_AMID = compiled(r"^(?P<whole>[^的]{2,20})中(?!心|央|小学|学|等|型|医)(?:用于|投向)?(?P<part>[^中]{2,})$")
# 支持全市101个村: for whom or where it is done.
_DONE_FOR = compiled(r"^(?:支持|扶持|指导|帮助|惠及|覆盖|服务|带动|拉动|组织|引导)(?=[\u4e00-\u9fff])")
_PER = compiled(r"(?:平均)?每[^,;]{1,6}$")
_GIVEN = compiled("(?:补助|补贴|奖励|奖补|资助)$")
# What stands between a name and 每亩120元.
_STATED = compiled(r"(?:定|调整|提高|增加|上调|下调|降低|核定|确定|统一)?(?:为|是|到|至)$|(?:按照?|达到?)$")
_PER_ALONE = compiled(r"每[百千万十]?[^,;的]{0,6}(?:人口|人|户|名[^,;]{0,4}|个|亩|平方公里|人次)")
_DONE = compiled(r"(?<=.)(?:已经|已|正在|拟(?=[增新再建]))")
_TWICE = compiled(r"^([\u4e00-\u9fff]{3,8})\1")  # a heading that runs into its text
_OF_ALL = ("综合", "国民经济")
_OURS = {"我国": places.NATION, "中国": places.NATION}


def phrase(masked: str, home: str = "") -> Phrase:
    """The masked words before an amount's predicate, taken apart; `home` is the place of the letter."""
    # Words that name no place say the same in every letter.
    if home and stem_of(home) not in wrapped(masked):
        found, anywhere = _phrase(masked, "")
        if anywhere:
            return found
    return _phrase(masked, home)[0]


@lru_cache(maxsize=4096)
def _phrase(masked: str, home: str) -> tuple[Phrase, bool]:
    """The words taken apart, and whether they would be so in a letter of any place that they do not name."""
    text, ours = led(wrapped(_run_in(masked)))
    text = unspanned(text)
    named_place, text = placed(text, home)
    anywhere = not (named_place or ours)
    done = _DONE_FOR.match(text)
    if done and not named_place:
        rest, ours_behind = led(text[done.end() :])
        place_behind, rest = placed(rest, home)
        anywhere = anywhere and not (place_behind or ours_behind)
        if place_behind or ours_behind:
            named_place, ours, text = place_behind, ours or ours_behind, done[0] + rest.removeprefix("的")
    at_home = bool(named_place or ours)
    if named_place:
        text, _ = led(text.removeprefix("的"))
        named_place = "" if is_home(named_place, home) else named_place
    text = text.strip(WRAP)
    among = _AMID.match(text)
    if among and not named_place and places.leading(among["part"]) == among["part"]:
        # 完工小区中银沙区17个
        named_place, text = among["part"], among["whole"]
    per = _PER.search(text)
    if per and not per.start() and not _PER_ALONE.fullmatch(text):
        per = None
    given = bool(per and _GIVEN.search(per[0]))
    text = text.removeprefix("对") if given else text
    text = _ended(_STATED.sub("", text[: per.start()]) if per and not given else text)
    aspect = (
        text
        if text in indicators()["share"]
        else next((word for word in _asides() if text.endswith(word)), "")
    )
    text = _ended(text.removesuffix(aspect))
    content = text if is_verb(text) else ""
    text = of_kind(text)
    place = named_place or (_OURS.get(ours, ours) if is_wider(ours, home) else "")
    said = named(together(_SUM.sub("", _DONE.sub("", text))))
    at_home, counted = at_home and not place, per[0] if per else ""
    if place or at_home or aspect or content or counted:
        said = replace(said, place=place, at_home=at_home, aspect=aspect, content=content, per=counted)
    return said, anywhere


def _run_in(masked: str) -> str:
    """The words without the heading that runs into them before their time: 粮食 全年农作物播种面积."""
    match = _headings().match(masked)
    rest = wrapped(masked[match.end() :]) if match else ""
    if match is None or not rest:
        return masked
    own = named(lead_off(rest)).subject or match["what"] in _OF_ALL or rest.endswith(match["what"])
    return masked[match.end() :] if own else masked


@lru_cache(maxsize=4096)
def named(name: str, place: str = "") -> Phrase:
    """A clean name as a phrase: 医化产业实现产值 is 医化产业's 产值."""
    parted = middle(name)
    if parted is None:
        twice = _TWICE.match(name)
        whole = rest = twice[1] + name[twice.end() :] if twice else name
        owner = ""
    else:
        owner, rest = parted
        whole = owner + rest
    indicator = head(rest)
    return Phrase(place, owner + rest.removesuffix(indicator), indicator, whole)


def lead_off(text: str) -> str:
    """The text without the words that lead to a name.

    >>> lead_off("其中全市现有企业")
    '企业'
    """
    return led(text)[0]


def middle(text: str) -> tuple[str, str] | None:
    """Owner and indicator around a verb without content: 医化产业实现产值 → 医化产业, 产值."""
    found = _middle().match(text) if _verb().search(text) else None
    return (_ended(found["owner"]), found["rest"]) if found else None


@lru_cache(maxsize=4096)
def noun_behind(text: str) -> str:
    """The noun that an amount stands before: 规上工业企业 in 规上工业企业中, "" if none does.

    >>> noun_behind("规上工业企业中"), noun_behind("的企业")
    ('规上工业企业', '')
    """
    among = AMONG.match(text)
    if among:
        return among[0][:-1]
    text = _MADE_OF.sub("", text)
    found = unmoved(_tail_stop().split(text.strip(WRAP.replace("的", "")), maxsplit=1)[0])
    return found if 2 <= len(found) <= 24 or found in ("镇", "村", "县", "乡") else ""


def amid(phrase: Phrase) -> Phrase:
    """The phrase with its whole taken off: 预算支出中用于民生 is 民生, part of 预算支出."""
    match = _AMID.match(phrase.name)
    return replace(named(match["part"], phrase.place), whole=match["whole"]) if match else phrase


def owned_by(owner: str, phrase: Phrase) -> Phrase:
    """The phrase with an owner before it: 规上工业企业 + 负增长面; what is no indicator becomes one."""
    if phrase.indicator:
        return replace(phrase, subject=joined(owner, phrase.subject), name=joined(owner, phrase.name))
    return replace(phrase, subject=owner, indicator=phrase.name, name=joined(owner, phrase.name))


def joined(owner: str, name: str) -> str:
    """An owner before a name, what the one ends and the other begins with once: 城镇居民 + 居民人均可支配收入."""
    sizes = range(min(len(owner), len(name)), 1, -1)
    shared = next((size for size in sizes if owner[-size:] == name[:size]), 0)
    return owner if owner.endswith(name) and len(name) > 1 else owner + name[shared:]


@lru_cache(maxsize=4096)
def _ended(text: str) -> str:
    """The text without what trails behind a name."""
    return _trailing().sub("", text.strip(WRAP)).strip(WRAP)


@cache
def _asides() -> Sequence[str]:
    return sorted([*indicators()["aspect"], "排名", "位次"], key=len, reverse=True)


@cache
def _verb() -> re.Pattern[str]:
    """A verb that may stand between an owner and an indicator."""
    return compiled(one_of(clauses()["lead"]["middle"]))


@cache
def _middle() -> re.Pattern[str]:
    verb = _verb().pattern
    return compiled(
        rf"(?P<owner>[^的]{{2,}}?|.{{2,}}?[^的])(?<!、)(?:共|已|累计|合计|年末|现|共计|分别|拟|大致|大约|平均)*(?:{verb})"
        r"(?![的度率区量或])(?P<rest>(?!.*的).{2,})$"
    )


@cache
def _headings() -> re.Pattern[str]:
    """A heading of one word and the time that the text behind it begins with."""
    return compiled(rf"(?P<what>{one_of(clauses()['section']['run_in'])})[ \u3000]*(?={PERIOD})")


@cache
def _trailing() -> re.Pattern[str]:
    return compiled(rf"(?:{guarded(clauses()['lead']['trail'])})+$")


def _guarded(tail: dict[str, Any]) -> list[str]:
    """The words that end a noun, the longest first, none where it begins another word."""
    guards = tail["guard"]
    words = sorted(tail["stop"], key=len, reverse=True)
    return [f"{word}(?![{guards[word]}])" if word in guards else re.escape(word) for word in words]


@cache
def _tail_stop() -> re.Pattern[str]:
    return compiled(
        rf"{'|'.join(_guarded(clauses()['tail']))}|{'|'.join(clauses()['tail']['single'])}|[中里](?=[,;。、]|$)|[{PERIOD}{VOID}、,;:。()]"
    )
