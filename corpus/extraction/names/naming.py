"""Naming: what an amount is of, said in its clause or continued from what stands before."""

import re

from corpus.amounts.unit import units
from corpus.compiled import compiled
from corpus.extraction.attribution import holder, once, owners
from corpus.extraction.clause import AGES, Clause, Context
from corpus.extraction.draft import Draft, last, level_in
from corpus.extraction.lexicon import clauses, head, indicators
from corpus.extraction.marked import Slot
from corpus.extraction.names import around, beside, counting, per
from corpus.extraction.names.continued import SPENT, SUMS, alike, is_apart
from corpus.extraction.names.continued import source as source_of
from corpus.extraction.names.verbs import adding, adding_verb, content_verb, ended, is_verb
from corpus.extraction.names.wording import is_torn, wrapped
from corpus.extraction.phrase import Phrase, amid, joined, lead_off, named, noun_behind, owned_by, phrase
from corpus.extraction.terms import budget
from corpus.figure import Measure
from corpus.runtime.replace import replace

# 云岭隧道全长3.2公里,总投资2.1亿元: of the tunnel; 出栏生猪116万头,存栏70万头: of 生猪.
_SIZE = compiled(r"^(?:出栏|存栏|年产)|(?<=.{2})(?:总长度?|全长|长度?|总面积|占地面积|占地)$")
_KINDS = ("年", "工业", "农业", "第三产业", "旅游", "商品", "农产品", "外贸", "茶叶")
_DOES = compiled(r"(?:实现|完成|创|,年)[^,;:。、]{2,10}$")
_OF_PEOPLE = ("培训", "资助", "救助", "惠及", "带动", "服务", "接待", "安置", "帮扶", "转移", "招聘")
_SUMS = ("结余", "结转", "基金", "资金", "补助", "债券", "转移支付")  # they say what they are
# Products by what they are measured in: 化肥2.1万吨 owns no 发电量.
_AMOUNTS = ("额", "总量", "总值", "余额", "数")
_PRODUCED = ("mass", "energy", "volume")
_OF_CHANGE = (Measure.GAP, Measure.RANK, Measure.CONTRIBUTION)
_USED = compiled(r"^(?:都|全部|均|主要)?(?:用于|投向|投入|来自|由|是|为|的)")


def name(context: Context, clause: Clause) -> tuple[Phrase, Draft | None]:
    """The clause's name and the draft that it continues, if it does."""
    found, source = (paid, None) if (paid := per.standard(context, clause)) else _name(context, clause)
    held = found if source else holder.held(context, clause, found)
    # What is cut in the middle of a phrase names nothing.
    return (replace(Phrase(place=held.place), at_home=held.at_home) if is_torn(held.name) else held), source


def _name(context: Context, clause: Clause) -> tuple[Phrase, Draft | None]:
    given, slot = clause.phrase, clause.slot
    if counting.is_limit(context, clause):
        # 30户以上自然村通硬化路项目305公里: how large what is told of is, and nothing is counted.
        return Phrase(place=given.place), None
    noun = counting.behind(context, clause)
    if given.content:
        return _completed(context, given, clause, noun)
    described = counting.is_described(context, clause)
    if noun and (described or (clause.own < slot.own and clause.said.verb)):
        whole = named(noun) if described else counting.counted(context, slot, noun)
        return replace(whole, place=given.place), None
    if not given.name or (
        given.name in _unnamed() and context.found and not beside.is_own_count(context, clause)
    ):
        return _continued(context, clause, noun)
    given = budget.anew(counting.completed(context, clause, noun), clause)
    if clause.said.measure is Measure.SHARE and not clause.said.whole:
        given = amid(given)
    verb = adding_verb(given.name)
    if verb and not noun:
        return _added(context, given, slot, verb)
    measured = once.of_budget(context, given, clause) or once.divided(context, given, clause)
    return measured or _grouped(context, given, clause) or _owned(context, given, clause), None


def _unnamed() -> tuple[str, ...]:
    """Names that say nothing of what is measured: 总量, 调整预算数."""
    return indicators()["bare"] + indicators()["planned"] + indicators()["done"]


def _added(context: Context, given: Phrase, slot: Slot, verb: str) -> tuple[Phrase, Draft | None]:
    """A name that ends with a verb of adding: 里程新增 is a change, 二期增设 lacks the noun before it."""
    bare = given.name.removesuffix(verb)
    if bare.endswith(tuple(clauses()["torn"]["adverbs"])):
        # 连片新建100亩以上: what is built stands elsewhere.
        return Phrase(place=given.place), None
    if head(bare):
        return replace(named(bare, given.place), aspect=verb), None
    above = level_in(context.found, slot.mention.quantity.unit, context.marked.passage, slot.part)
    if above:
        return named(given.name + (above.phrase.indicator or _bare(above.phrase.name)), given.place), above
    return named(verb + bare, given.place), None


def _grouped(context: Context, given: Phrase, clause: Clause) -> Phrase | None:
    """The name with the group that the clause is about before it: 规上工业企业 + 产值负增长."""
    if told := around.divided(context, clause, given):
        return owned_by(given.name, named(told, given.place))
    group = around.among(context, clause.slot)
    unit = clause.slot.mention.quantity.unit
    counted = unit in [d.mention.quantity.unit for d in context.found if d.phrase.name == group]
    if group and group not in given.name and (counted or given.name in indicators()["owned"]):
        return owned_by(group, given)
    return None


def _continued(context: Context, clause: Clause, behind: str) -> tuple[Phrase, Draft | None]:
    """The name of a clause without one: behind the amount, said of a place or a cause, or continued."""
    above = around.parent(context, clause)
    if clause.phrase.place and above and not behind:
        return replace(above.phrase, place=clause.phrase.place), above
    found = (
        beside.extreme(context, clause)
        or beside.majority(context, clause)
        or _told(context, clause, behind)
        or beside.purpose(context, clause)
    )
    if found:
        return replace(found, place=found.place or clause.phrase.place), None
    turned = beside.turned(context, clause)
    if turned:
        return turned, None
    came = clause.said.moves == "to" and bool(context.found) and context.found[-1].predicate.moves == "from"
    aged = clause.slot.mention.quantity.unit in AGES and not came
    source = None if aged else source_of(context, clause)
    if source and is_apart(context, clause, source):
        return Phrase(place=clause.phrase.place), None
    if source is None:
        # What a sentence begins with is of its first amount, and of none behind another.
        topic = around.topics(context, clause) if not context.found else ()
        noun = behind or noun_behind(context.marked.masked[clause.slot.mention.end : clause.slot.tail])
        return replace(named(noun or (topic[0] if topic else "")), place=clause.phrase.place), None
    aspect = clause.phrase.aspect or ("" if clause.said.measure not in _OF_CHANGE else source.phrase.aspect)
    words = context.marked.text[clause.own : clause.slot.mention.start]
    sums = SUMS.search(words) or clause.phrase.name in _unnamed()
    kept = _bare(source.phrase.name) if sums else source.phrase.name
    base = source.phrase if kept == source.phrase.name else named(kept)
    base = budget.continued(base, clause, words)
    if clause.phrase.per:
        base = named(clause.phrase.per + (source.phrase.indicator or kept))
    base = beside.moving(context, clause, base)
    return replace(base, place=clause.phrase.place or source.phrase.place, aspect=aspect), source


def _told(context: Context, clause: Clause, behind: str) -> Phrase | None:
    """A name outside the clause's own words: the noun behind the amount, who a cause affects, the clause before."""
    said, slot, found = clause.said, clause.slot, context.found
    if said.measure is None and behind and not said.moves:
        verb = content_verb(found[-1].phrase.name) if slot.follows and found else ""
        counted = counting.counted(context, slot, behind)
        return named(verb + counted.name) if verb else counted
    affected = [draft.topic for draft in found if draft.topic]
    if affected and last(found) is None:
        aspect = clause.phrase.aspect or said.aspect
        return _recalled(context, replace(named(affected[-1]), aspect=aspect))
    if slot.depth and (inside := beside.bracketed(context, clause)):
        return inside
    behind_it = context.marked.masked[slot.mention.end : slot.tail]
    if slot.mention.quantity.unit == "%" and not clause.words and SPENT.match(behind_it):
        used, whole = noun_behind(SPENT.sub("", behind_it)), last(found)
        return replace(named(used), whole=whole.phrase.name) if used and whole else None
    if said.measure is Measure.SHARE and not said.verb:
        used = noun_behind(_USED.sub("", context.marked.masked[slot.mention.end : slot.tail]))
        return named(used) if used else None
    lead = _led(context, slot) if said.measure is None or not found else ""
    return phrase(lead, context.setting.home) if lead else None


def _completed(context: Context, given: Phrase, clause: Clause, behind: str) -> tuple[Phrase, Draft | None]:
    """A verb that lacks its noun: it stands behind the amount, or before, with the unit or with the verb."""
    if behind:
        counted = counting.counted(context, clause.slot, behind)
        owner = counted.indicator and given.content + counted.subject
        whole = replace(counted, subject=owner, name=given.content + counted.name) if owner else None
        return replace(whole or named(given.content + behind), place=given.place), None
    money = clause.slot.mention.quantity.unit.endswith("元")
    if money and given.content in beside.SPENDS:
        # 筹集0.4亿元,支持农村学校改造: of nothing told before.
        return beside.purpose(context, clause) or Phrase(place=given.place), None
    lead = re.search(rf"[^,;:。]{{2,14}}{given.content}(?=,)", context.marked.masked[: clause.own])
    if lead:
        return named(lead_off(wrapped(lead[0])), given.place), None
    unit, passage = clause.slot.mention.quantity.unit, context.marked.passage
    nearby = [
        draft
        for draft in context.setting.earlier[-6:]
        # 完成培训16万人 is of no people that were told of before.
        if draft.passage.paragraph == passage.paragraph and given.content not in _OF_PEOPLE
    ]
    source = level_in([*nearby, *context.found], unit, passage, clause.slot.part)
    if source:
        return replace(
            named(given.content + ended(_bare(source.phrase.name))), place=given.place or source.phrase.place
        ), source
    above = alike(context.found, unit)
    return named((ended(above.phrase.name) if above else "") + given.content, given.place), None


def _owned(context: Context, given: Phrase, clause: Clause) -> Phrase:
    """The phrase with what it lacks: a part's indicator, an indicator's owner, a list's verb."""
    above = around.parent(context, clause)
    work = counting.invested_in(context, clause, given)
    if work or clause.said.measure is Measure.CONTRIBUTION or clause.attributive:
        # 产值过500亿元的企业: of the firms behind it.
        return owned_by(work, given) if work else given
    why = around.is_reason(context.marked.masked[clause.slot.own : clause.slot.mention.start])
    if above and not why and _is_bare_part(given, above, clause.slot):
        indicator = above.phrase.indicator
        return replace(given, subject=given.name, indicator=indicator, name=joined(given.name, indicator))
    if (given.indicator and not given.subject) or given.name in indicators()["enrolled"]:
        owner = (
            counting.counted_before(context, clause, given)
            or _owner(context, clause, given, above)
            or owners.owner(context, clause, given)
            or owners.headed(context, clause, given)
        )
        return owned_by(owner, given) if owner else given
    if given.aspect and not given.indicator:
        return _recalled(context, given)
    verb = adding(context.found[-1].phrase.name) if clause.slot.joint and context.found else ""
    if verb and not content_verb(given.name) and not given.indicator:
        return named(verb + given.name, given.place)
    who = owners.owner(context, clause, given)
    return owned_by(who, given) if who else given


def _owner(context: Context, clause: Clause, given: Phrase, above: Draft | None) -> str:
    """Whose an indicator alone is: the 其中's whole's, for some the clause's before, else nobody's."""
    if (
        above
        and above.phrase.indicator
        and above.phrase.subject
        and given.indicator in indicators()["divided"]
    ):
        return above.phrase.subject
    if given.indicator not in indicators()["owned"]:
        return ""
    if above and not above.phrase.indicator:
        return _bare(above.phrase.name)
    before = last(context.found)
    # 亏损企业167户,亏损面24.9%: what the indicator says itself owns none.
    if before is None or before.phrase.name[:2] == given.indicator[:2] or _owns_none(context, clause, before):
        return ""
    if before.phrase.holder:
        return before.phrase.holder
    return before.phrase.subject if before.phrase.indicator else _SIZE.sub("", _bare(before.phrase.name))


def _owns_none(context: Context, clause: Clause, before: Draft) -> bool:
    """Whether what stands before an indicator is a kind, people or a product: 卫生技术人员7820人;床位6150张."""
    name = before.phrase.name
    counted = [draft.mention.quantity.unit for draft in context.found if draft.phrase.name == name]
    people = any(unit in units() and units()[unit].family == "people" for unit in counted)
    made = any(unit in units() and units()[unit].family in _PRODUCED for unit in counted)
    apart = (made and before.part != clause.slot.part) or (
        # 新签合同额25亿元,营业额13亿元: two amounts.
        not before.phrase.indicator and name.endswith(_AMOUNTS)
    )
    return _is_kind(context, before) or apart or (people and not before.phrase.indicator)


def _is_kind(context: Context, before: Draft) -> bool:
    """Whether what stands before an indicator says of what kind it is, and not whose: 实现工业产值6亿元,利税总额1500万元."""
    does = _DOES.search(context.marked.text[: before.mention.start])
    return before.phrase.subject in _KINDS and bool(does)


def _recalled(context: Context, given: Phrase) -> Phrase:
    """家纺产业降幅: the indicator is that of the last level of the same subject."""
    for draft in reversed(context.setting.earlier):
        subject = draft.phrase.subject
        if (
            draft.is_level
            and draft.phrase.indicator
            and subject
            and (subject in given.name or given.name in subject)
        ):
            return replace(given, indicator=draft.phrase.indicator, name=given.name + draft.phrase.indicator)
    return given


def _is_bare_part(given: Phrase, above: Draft, slot: Slot) -> bool:
    """Whether a 其中 names only the part, in the unit of the whole: 其中林业3.97亿元."""
    unit = units().get(slot.mention.quantity.unit)
    measured = unit is not None and unit.family not in ("", "people", "share")
    same = slot.mention.quantity.unit == above.mention.quantity.unit
    relative = slot.mention.quantity.unit in ("%", "‰") and above.mention.quantity.unit == "%" and same
    counted = head(above.phrase.name) in (*indicators()["stock"], *indicators()["enrolled"])
    # People that are counted say what they are; of their money they are only whose it is.
    people = () if measured else tuple(clauses()["counted"]["people"])
    bare = not given.indicator and not given.name.endswith((*_SUMS, *people))
    return bool((measured or relative or counted) and same and bare and head(above.phrase.indicator))


def _bare(name: str) -> str:
    """The name without its content verb: 人才公寓 of 建设人才公寓, nothing of 开工 alone."""
    return "" if is_verb(name) else name.removeprefix(content_verb(name))


def _led(context: Context, slot: Slot) -> str:
    """A clause without an amount that names what the next one is of: 竹林面积最大,达86.5万亩."""
    for words in reversed(context.marked.masked[slot.lead : slot.own].split(",")):
        text = wrapped(words).strip(",;:。")
        for cut in range(len(text), 2, -1):
            if head(text[:cut]):
                return text[:cut]
    return ""
