"""What a message says of who asks it: the own family, the own firm, hearsay; it narrows nothing that is asked."""

import re
from dataclasses import dataclass
from functools import cache

from bot.tables import table
from bot.understanding.expressions.rewrite import Rewrite
from corpus.amounts.numeral import NotANumeral, parse
from corpus.amounts.unit import shown
from corpus.compiled import compiled
from corpus.texts.text import plain

_NUMBER = "[零一二两三四五六七八九十百千]+"
# 两百万, 六个亿, 三千五百万: an amount of money said without its unit.
_BARE = compiled(
    rf"(?P<head>{_NUMBER}|\d+(?:\.\d+)?)(?P<measure>个)?(?P<scale>[万亿])(?P<tail>{_NUMBER}万)?(?![万亿\d]*[元块美欧日港个家户人亩吨头羽只株套台件名平方米度千瓦公里单箱册次%])"
)
# 两千平 and 三百羽: a Chinese numeral before a measure word that counts behind digits alone.
_COUNTED = compiled(
    rf"(?P<number>{_NUMBER})(?P<of>平方米|平(?![均原台时日])|羽|尾|单(?=[,，。?？ ]|$)|口人|口子|晚(?![上间])|群|兆瓦)"
)
# 我爸今年82, 奶奶八十六了: years of age without 岁.
_AGED = (
    "[^,，。;；?？0-9零一二三四五六七八九十]{0,5}(?P<age>[2-9]\\d|[二三四五六七八九]十[一二三四五六七八九]?|一百(?:零[一-九])?)"
    "(?=[了啦呢咯哦]|[,，。;；?？ ]|$)"
)
_RECALLS = compiled("记得|印象|以为|好像|觉得|感觉|晓得")
_CLAUSES = compiled(r"[,，。;；!！?？\s]+")
# …多少公里啊我家楼去年没轮上
_BEHIND = compiled("(?P<ends>[啊呀呢嘛哦吧])(?=我|俺|咱|阿拉|额)")
_ASKS = compiled(
    "多少|几|吗|么|哪|谁|什么|啥|咋|怎|为何|呢|没有?$|不$|[^不]不[吗嘛呢啊]?$|多久|多[长高大远]|是不是|能不能|有没有"
)
_AMOUNT = compiled(r"\d|[一二两三四五六七八九十百千万亿]{2,}")
# 我妈腿脚不好,今年八十一,…
_THIS_YEAR = compiled(r"今年(?P<age>[5-9]\d|[五六七八九]十[一二三四五六七八九]?)(?=[了啦呢咯]?[,，])")
_GAP = "\x01"
_BESIDE = compiled("(?<=[\\d亿万元块])\x01+(?=\\d)")
# 三个小囡: how many children a family has.
_CHILDREN = compiled("(?P<count>[一两二三四])个(?:小囡|囡囡?|娃娃?|崽崽?|孩子|小孩)")
_BORN = {"一": "一", "两": "二", "二": "二", "三": "三", "四": "三"}
_UNITS = {"平": "平方米", "口人": "人", "口子": "人"}


@dataclass(frozen=True)
class Asker:
    """The patterns of asker.toml, and the words that are put otherwise."""

    before: re.Pattern[str]
    heard: re.Pattern[str]
    own: re.Pattern[str]
    family: re.Pattern[str]
    aged: re.Pattern[str]
    time: re.Pattern[str]
    filler: re.Pattern[str]
    idle: frozenset[str]
    put: Rewrite

    def plainly(self, text: str) -> str:
        """A message as a stranger would put it, "" where it tells nothing of its asker.

        >>> asker().plainly("老板我想问下,我厂头一回进规上,县里奖多少")
        '厂首次进规上,奖多少'
        >>> asker().plainly("俺奶奶今年九十三,一个月高龄补贴发多少")
        '93岁,一个月高龄补贴发多少'
        """
        said = self.before.sub("", plain(re.sub(r"\s+", ",", text.strip())))
        said = _CHILDREN.sub(lambda match: f"{_BORN[match['count']]}孩家庭", self.heard.sub("", said))
        said = self.aged.sub(lambda match: f"{_written(match['age'])}岁", said)
        if self.family.search(said):
            said = _THIS_YEAR.sub(lambda match: f"{_written(match['age'])}岁", said)
        said = _numbers(self.put.text(said))
        # 去年8亿今年12亿 are two amounts.
        said = _BESIDE.sub(",", self.time.sub(_GAP, self.own.sub(_GAP, said)))
        said = self.filler.sub("", said.replace(_GAP, ""))
        said = re.sub(r"[,，\s]+", ",", said).strip(",")
        return said if said != plain(text) and len(said) > 1 else ""

    def asides(self, text: str) -> tuple[str, str]:
        """A message without the clauses that tell of its asker or of hearsay and ask nothing, and these: of 今年打算换多少公里啊
        我家楼去年没轮上 the second. Two empty texts where there are none, or nothing else."""
        said = _BEHIND.sub(r"\g<ends>,", text)
        clauses = [one for one in _CLAUSES.split(said) if one]
        aside = [one for one in clauses if not _ASKS.search(one) and self._is_aside(one)]
        rest = [one for one in clauses if one not in aside]
        asks = any(_ASKS.search(one) for one in rest)
        return (",".join(rest), ",".join(aside)) if aside and asks else ("", "")

    def _is_aside(self, clause: str) -> bool:
        starts = (self.own, self.heard, self.family)
        begins = any(match and len(match.group()) > 0 for match in (one.match(clause) for one in starts))
        return begins and not _AMOUNT.search(clause)

    def recalls(self, text: str) -> bool:
        """Whether a clause says what its asker remembers, heard or believes."""
        return bool(_RECALLS.search(text) or self.heard.match(text))

    def spoken_of(self, text: str) -> list[str]:
        """The pieces of a text between what tells of its asker."""
        bare = self.filler.sub(" ", self.time.sub(" ", self.own.sub(" ", self.heard.sub(" ", text))))
        return bare.split()

    def tells(self, text: str, word: str) -> bool:
        """Whether a word of a text is of what it tells of its asker, or of a piece that is no word without that."""
        if self.is_of(word):
            return True
        start = text.find(word)
        spans = [
            match.span()
            for one in (self.own, self.heard, self.family, self.aged)
            for match in one.finditer(text)
        ]
        return any(first < start + len(word) and start < last for first, last in spans if last - first > 1)

    def is_of(self, words: str) -> bool:
        """Whether words tell of the asker, of hearsay or of nothing: 屋里, 我爸, 听隔壁讲."""
        if words in self.idle:
            return True
        return not self.filler.sub("", self.time.sub("", self.own.sub("", self.heard.sub("", words))))


def _numbers(text: str) -> str:
    """The text with money and measures said in Chinese numerals in digits: 两百万 is 200万元."""
    text = _COUNTED.sub(
        lambda match: f"{_written(match['number'])}{_UNITS.get(match['of'], match['of'])}", text
    )
    return _BARE.sub(_money, text)


def _money(match: re.Match[str]) -> str:
    head = match["head"]
    if head[0].isdigit() and not match["measure"]:
        return match.group()
    number = head if head[0].isdigit() else _written(head)
    tail = _written(match["tail"]) if match["tail"] else ""
    if not number or (match["tail"] and not tail):
        return match.group()
    return f"{number}{match['scale']}{tail}元"


def _written(numeral: str) -> str:
    """A numeral in digits, as it is where it is none."""
    try:
        return shown(parse(numeral))
    except NotANumeral:
        return numeral


@cache
def asker() -> Asker:
    """The shipped words. Read once: they are data that never change while the program runs."""
    data = table("asker")
    kin = f"(?:{data['own']})(?:{data['own_kin']}|{data['kin']})|{data['kin']}"
    return Asker(
        compiled(data["call"]),
        compiled(data["heard"]),
        compiled(f"(?:{kin})(?![岁])|{data['own']}|{data['home']}|{data['office']}"),
        compiled(kin),
        compiled(f"(?:{kin})" + _AGED),
        compiled(data["time"]),
        compiled(data["filler"]),
        frozenset(data["idle"]),
        Rewrite(data["put"]),
    )
