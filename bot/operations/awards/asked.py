"""What a question asks of a policy: its own amounts, its grades, and the words that tell which award is meant."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.operations.awards.case import Case, case_of, without_case
from bot.operations.awards.patterns import pattern
from bot.tables import table
from bot.understanding.expressions.rewrite import Rewrite
from bot.understanding.lexicon import Lexicon
from bot.understanding.question import Question
from corpus.amounts.quantity import Quantity, quantities
from corpus.compiled import compiled
from corpus.figure import Status
from corpus.rule.words import grades_in, without_grades
from corpus.runtime.replace import replace
from corpus.texts.text import fold, plain

# 1级能效 is a grade and no amount; ages, durations and storeys are told by the case.
_CLASSES = frozenset({"级", "类", "星", "等", "岁", "周岁", "年", "个月", "层"})
# 按那十二条 names the policy; 一把头 and 大半年 are no amounts.
_ARTICLES = frozenset({"条", "款", "项"})
_BY_ARTICLE = compiled("(?:按照?|照|根据|依据?|那|这)(?:你们)?(?:那|这)?个?$")
_IDIOM = compiled("一把|大半|多半|小半|一半")
_LISTED = compiled(r"(?:[A-Fa-f甲乙丙丁]\s*[、,和与跟]?\s*){2,}[两二三四五]?类")
_CLASS = compiled("[A-Fa-f甲乙丙丁]")
_OFTEN = compiled("(?:每个?|一个?)(?P<unit>[月年])")
_EACH = compiled("分别|各(?:是|有|给|奖|补|拿|多少|几)")
# 两个加起来 are the two that were named.
_BOTH = compiled(r"两[个项种样]?(?:奖励?|补助|补贴|奖项)|两[个项种样]\s*(?=加|都|一共|总共|合计)")
# 按5%奖多少 names the rate.
_RATE_NAMED = compiled(r"(?:按照?|是|有)$")
# 8个人 are eight, as 8人 are.
_PERSONS = compiled("(?<=[0-9一二两三四五六七八九十])个人(?!所得|账户)")


@dataclass(frozen=True)
class Asking:
    """A question after an award. `words` are canonical and have to be met; `kind` is that of the quantity asked for.

    `text` is all of the question, for words that elsewhere ask for a figure's kind (贡献).
    `amounts` are what the person has (8个亿, 1500头), `grades` what they are (省级, 博士), `strange` are places that no
    letter is of, `soft` are words that help to choose, `most` says that the most is asked for, `case` is the rest of what
    the person says of the own case. `given` says that the question speaks of something given: else only how two awards
    differ is told (每度差多少).
    """

    question: Question
    words: tuple[str, ...]
    amounts: tuple[Quantity, ...]
    grades: tuple[str, ...]
    strange: tuple[str, ...]
    soft: tuple[str, ...]
    most: bool
    kind: str
    text: str
    case: Case
    given: bool

    @property
    def rhythm(self) -> str:
        """月, 年 or both: how often the award asked for is given, "" where that is not said."""
        return "".join(match["unit"] for match in _OFTEN.finditer(self.question.text))

    @property
    def lasts(self) -> bool:
        """Whether it is asked for how long, or until when, something is given."""
        return self.kind == "time" or bool(pattern("lasts").search(plain(self.question.text)))

    @property
    def grew(self) -> bool:
        """Whether the person tells by how much something grew."""
        return bool(pattern("grew").search(plain(self.question.text)))

    @property
    def each(self) -> bool:
        """Whether the awards of several are asked for: 分别奖多少."""
        return bool(_EACH.search(self.question.text))


@cache
def _same() -> Rewrite:
    return Rewrite(table("awards")["same"])


def asking(question: Question, lexicon: Lexicon, *, wide: bool = False) -> Asking | None:
    """What a question asks of policies, None where it asks for no award or for what was given.

    With `wide` what people say of prices and loans too asks for an award (能报几成, 便宜几块, 能贷多少).

    A question that goes on (那硕士呢) is after an award where the one before was; its own grades stand for the earlier.
    """
    text = plain(question.text)
    before = "".join((question.context, *(run.asked for run in question.runs))) if question.inherited else ""
    case = case_of(text)
    given = bool(
        pattern("asks").search(text + before) or (wide and pattern("asks_wide").search(text + before))
    )
    aimed = not wide and question.status is Status.TARGET and not pattern("own_plan").search(text)
    if not (given or pattern("differ").search(text)) or aimed:
        return None
    # 领10个月一共领多少, 两个奖励一共给多少 and 三年怎么兑现 ask for what will be had.
    will = case.split or (case.total and (case.months or _BOTH.search(text)))
    if pattern("done").search(text) and not will:
        return None
    # 我们是做机械加工的规上企业: who the person is narrows nothing by itself.
    trade = pattern("trade").search(text)
    runs = [run.asked for run in question.runs if not (trade and run.asked in trade.group())]
    said = [*runs, question.context]
    return Asking(
        question,
        tuple(content(said, lexicon)),
        _amounts(question.text),
        _classes(text) or grades_in(text) or grades_in(before),
        # 评上省 of 评上省级首席技师 is no place.
        tuple(name for name in question.strange if any(content([name], lexicon))),
        tuple(dict.fromkeys(pattern("soft").findall(text + before))),
        bool(pattern("most").search(text)),
        question.asked.kind,
        lexicon.canonical(quiet(spoken(text))),
        case,
        given,
    )


def about(asked: Asking, text: str, lexicon: Lexicon) -> Asking:
    """The same asking of a piece of the question alone: its words, and its grades and case where it has some."""
    case = case_of(text)
    return replace(
        asked,
        words=tuple(content([text], lexicon)),
        grades=grades_in(text) or asked.grades,
        case=replace(asked.case, months=case.months, years=case.years or asked.case.years),
    )


def content(words: Iterable[str], lexicon: Lexicon) -> Iterator[str]:
    """The words that an award must meet: those of a question without its grades and what only asks."""
    for said in words:
        bare = _same()(without_grades(without_case(plain(said))).replace(" ", "\x00"))[0]
        bare = pattern("own").sub("\x00", bare)
        plainly = pattern("soft").sub("\x00", pattern("talk").sub("\x00", bare))
        for piece in plainly.split("\x00"):
            bare = re.sub(r"[\d\W_]|^级", "", piece)
            if len(bare) > 1 and not lexicon.is_light(bare):
                yield lexicon.canonical(bare)


def words_besides(question: Question, talk: re.Pattern[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The words that an award must meet of what a question says besides this talk."""
    return tuple(content([talk.sub("\x00", run.asked) for run in question.runs], lexicon))


def spoken(text: str) -> str:
    """A policy's words with those that stand for the same put into one."""
    return _same()(text)[0]


def quiet(text: str) -> str:
    """A rule's own words without what every award says, and without its numbers."""
    return re.sub(r"[\d\W_]|对|按|的", "", pattern("soft").sub("", pattern("talk").sub("", text)))


def _classes(text: str) -> tuple[str, ...]:
    """The classes of a list that says 类 once: A、B、C三类."""
    match = _LISTED.search(text)
    return tuple(f"{letter.upper()}类" for letter in _CLASS.findall(match.group())) if match else ()


def _amounts(text: str) -> tuple[Quantity, ...]:
    """The amounts that the question names, with their words as asked; 100亩每亩 is 100亩."""
    found = quantities(fold(_BOTH.sub(",, ", _PERSONS.sub("人 ", text.replace("每", ",")))))
    return tuple(
        replace(one, raw=text[one.start : one.end])
        for one in found
        if one.unit not in _CLASSES
        and not (one.unit in _ARTICLES and _BY_ARTICLE.search(text[: one.start]))
        and not _IDIOM.match(one.raw)
        and not (one.unit == "%" and _RATE_NAMED.search(text[: one.start]))
    )
