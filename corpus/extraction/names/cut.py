"""Cut names: pieces of phrases that name nothing, and amounts that only count for whom or where something is done."""

from collections.abc import Sequence
from functools import cache
from re import Pattern

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.clause import AGES, LIMITS
from corpus.extraction.draft import Draft
from corpus.extraction.lexicon import clauses, head, one_of
from corpus.extraction.phrase import Phrase, named
from corpus.extraction.terms.level import called
from corpus.runtime.replace import replace

# Whose budget or debt is told, at the beginning of a name; 全市 is the place itself.
_TERRITORIES = ("乡镇", "镇", "乡", "村", "街道", "社区", "县", "县区", "县市", "市县", "行政村", "自然村")
_SIDES = ("支出", "预算支出", "预算收入", "支出预算", "收入预算")  # of which budget, they do not say
_FOR = ("为", "给", "让", "向", "使")
_WITH = ("与", "同")  # 与39个国家缔结友城118对
_SHORTEST = 2  # characters of a name
_NEAR = 8  # amounts before a kind, of which one counts all
_BENEFIT = 6  # characters of who it is done for and what is done
# 隆山镇、石桥乡两个乡镇: some that are named, and not all of them.
_LISTED = compiled("[、和与及][^,;。、]{1,8}(?:镇|乡|村|街道|社区|县|区|市|旗|等)$|等$")
_BREAK = compiled("[,，;；。、(（]")
# 统筹8亿元加强农村、社区党组织建设: the first of several.
_GOES_ON = compiled("、(?![约近]?[\\d一二两三四五六七八九十])")
_UPON = compiled("对(?![外口台华港美日韩欧俄非接“]|东盟|共建)")  # 对1383个项目开展评价
GRADE = compiled("^(?:国家|省|部|市|县|区|自治区|世界|地市|州)级(?:以上)?")
_LIMITS = ("超", "过", "突破", "不足", "低于", "高于")
_EACH = compiled("均|都|共|合计|累计|总|新增")  # of each, or of all together
_WORK = compiled("(?P<what>[\u4e00-\u9fff]{2,12}?)(?P<work>建设|改造|开发|整治)(?=[,;。，；])")
_STEPS = compiled("[大“]?[一二两三四五六七八九十百千万\\d.]*[万亿]?元?[”大]?(?:台阶|大关|关口|门槛|梯级)")
_OFTEN = ("次", "度", "回")
_DID = compiled("(?:被|荣?获|跨|突破|入选|上榜|蝉联|登上|夺|捧|位居|名列|[上下]调)(?![至到为])")
_LENGTHS = ("米", "公里", "千米", "里", "小时", "分钟", "天")
_WITHIN = compiled("(?:以|之)?内|范围")  # 50米内换乘: how far, and of nothing that is measured
_AGED = compiled("[-—–~至以]")  # 0-15岁, 60周岁及以上
_AGE = compiled("\\d.{0,8}岁(?:及?以[上下])?")
# 6.4级地震: how strong, and of nothing that is measured.
_STRONG = compiled("[、及和](?=\\d)|(?:以上)?(?:强烈?)?(?:地震|台风|大风|强风|强震)")


def is_cut(draft: Draft) -> bool:
    """Whether a name is a piece of a phrase: 自然资源部将四川确定为, 免费, 提出举措."""
    name, amount = draft.phrase.name, draft.mention.quantity
    if name.count(":") > 1:
        return True
    if draft.mention.end == 0 or not name:
        return False
    # 张掖等11个市; of a sum 等 only says that there is more in it.
    some = name.endswith("等") and not amount.unit.endswith("元")
    whose = name in _SIDES and not draft.anchored
    short = len(name) < _SHORTEST and name not in _TERRITORIES
    behind = _around(draft)[1]
    aged = amount.unit in AGES and bool(_AGED.search(amount.raw)) and not behind.startswith(name)
    # 20万以上人口县: how large, and no people that are counted.
    sized = name.startswith("人口") and amount.raw.endswith(LIMITS) and behind.startswith(name)
    done = bool(_only_done().fullmatch(name)) and not _counts(draft)
    graded = bool(GRADE.fullmatch(name)) or (name in clauses()["cut"]["kinds"] and _counts(draft))
    piece = graded or some or whose or short or aged or sized or done or bool(_only_torn().fullmatch(name))
    # 90至99周岁每月150元,共发放1.8万人: of all ages.
    piece = piece or (draft.goes_on and draft.is_level and bool(_AGE.fullmatch(name)))
    return piece or _is_whom(draft) or _is_first(draft) or bool(_cut().search(name))


def for_whom(draft: Draft) -> Draft:
    """What is done for somebody, told to its end, with the word that says so: 为残疾人提供康复服务."""
    name = draft.phrase.name
    if len(name) <= _BENEFIT or not draft.mention.end:
        return draft
    before, behind = _around(draft)
    particle = next((word for word in _FOR if before.endswith(word)), "")
    whole = particle and _BREAK.split(behind)[0] == name
    return replace(draft, phrase=replace(draft.phrase, name=particle + name)) if whole else draft


def of_kind(drafts: Sequence[Draft], place: int) -> Draft:
    """What only says of which kind is counted, with what was counted before it: 养老机构17家,其中公办9家, (公办9家、民办8家)."""
    draft = drafts[place]
    if draft.phrase.name not in clauses()["cut"]["kinds"] or not _counts(draft) or not draft.mention.end:
        return draft
    amount = draft.mention.quantity
    before = (one for one in reversed(drafts[max(0, place - _NEAR) : place]) if one.passage == draft.passage)
    whole = (one for one in before if one.mention.quantity.unit == amount.unit and not one.aside)
    told = next((one for one in whole if one.mention.quantity.value > amount.value and not one.inner), None)
    return called(draft, named(draft.phrase.name + told.phrase.name)) if told and told.phrase.name else draft


def shared_end(drafts: Sequence[Draft], draft: Draft, place: int) -> Draft:
    """A noun behind an amount with what the next one of its list says of both: 16所高校、48个学科入选名单, 8个国家级、13个
    省级医疗中心; and with the limit that tells which are counted: 191家企业营业收入超百亿元.
    """
    if place + 1 == len(drafts) or not draft.mention.end or not draft.phrase.name:
        return draft
    name, other = draft.phrase.name, drafts[place + 1]
    if other.passage != draft.passage:
        return draft
    before, behind = _around(draft)
    if not behind.startswith(name):
        return draft
    between = behind[: max(0, other.mention.quantity.start - draft.mention.quantity.end)]
    if between == name + "、":
        grade = GRADE.match(other.phrase.name)
        rest = other.phrase.name[grade.end() :] if grade and GRADE.fullmatch(name) else ""
        said = other.phrase.indicator if other.phrase.subject and not head(other.phrase.name) else ""
        return called(draft, named(name + (rest or said)))
    limit = other.mention.quantity.raw
    sized = limit.startswith(_LIMITS) and not _BREAK.search(between) and not _EACH.search(between)
    sized = sized and not _BREAK.split(before)[-1]
    return called(draft, Phrase(subject=name, name=between + limit)) if sized and _counts(draft) else draft


def ended(draft: Draft) -> Draft:
    """A name with the noun that its object goes on to: 深化新城建设 of 深化五个新城建设."""
    name, behind = draft.phrase.name, max(0, draft.mention.quantity.end - draft.passage.start)
    match = _WORK.match(draft.passage.text, behind)
    begun = match and len(name) > len(match["what"]) and name.endswith(match["what"])
    return called(draft, named(name + match["work"])) if match and begun and draft.mention.end else draft


def is_limited(draft: Draft, limit: Draft) -> bool:
    """Whether an amount is only the limit that tells which are counted before it: 超百亿元 of 191家企业营业收入超百亿元."""
    return draft.phrase.name.endswith(limit.mention.quantity.raw) and draft.passage == limit.passage


def _is_whom(draft: Draft) -> bool:
    """Whether an amount only counts for whom or where something is done: 为461户企业获得贷款."""
    before, behind = _around(draft)
    name = draft.phrase.name
    if name.endswith(_TERRITORIES) and _LISTED.search(before):
        return True
    if _UPON.match(name) and _counts(draft):
        return True
    strong = draft.mention.quantity.unit == "级" and _STRONG.match(behind)
    strong = strong or (draft.mention.quantity.unit in _LENGTHS and _WITHIN.match(behind))
    whole = _BREAK.split(behind)[0] == name
    said = before.endswith(_FOR) or (before.endswith(_WITH) and not whole)
    return bool(strong) or (said and behind.startswith(name[:_SHORTEST]))


def is_times(draft: Draft) -> bool:
    """Whether an amount only counts how often something passed what: 连跨两个百亿元台阶, 三次突破千万."""
    behind = _around(draft)[1]
    often = draft.mention.quantity.unit in _OFTEN and _DID.match(behind)
    return bool(often) or (_counts(draft) and bool(_STEPS.match(behind)))


def _is_first(draft: Draft) -> bool:
    """Whether a name behind an amount is only the first of a list that is all of it: 5家企业、学校."""
    _, behind = _around(draft)
    name = draft.phrase.name
    return behind.startswith(name) and bool(_GOES_ON.match(behind, len(name)))


def _counts(draft: Draft) -> bool:
    """Whether an amount counts things or people: 开工35个."""
    unit = units().get(draft.mention.quantity.unit)
    return unit is None or unit.family in ("", "people")


def _around(draft: Draft) -> tuple[str, str]:
    """The text before an amount and behind it."""
    text, amount, start = draft.passage.text, draft.mention.quantity, draft.passage.start
    return text[: max(0, amount.start - start)], text[max(0, amount.end - start) :]


@cache
def _cut() -> Pattern[str]:
    words = clauses()["cut"]
    return compiled(
        rf"^(?:{'|'.join(words['whole'])})$|(?:{'|'.join(words['end'])})$|{'|'.join(words['within'])}"
    )


@cache
def _only_done() -> Pattern[str]:
    """Verbs and how it is done, and nothing that it is done with: 落地实施."""
    return compiled(rf"(?:{one_of((*_verbs(), *clauses()['verb']['content']))}){{2,}}")


@cache
def _only_torn() -> Pattern[str]:
    """Verbs that lack what they are done to: 支持推进."""
    return compiled(rf"(?:{one_of(_verbs())}){{2,}}")


def _verbs() -> tuple[str, ...]:
    torn = clauses()["torn"]
    return tuple(word for word in (*torn["verbs"], *torn["adverbs"]) if len(word) > 1)
