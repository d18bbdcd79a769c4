"""Amounts for each: what is paid to everyone each month or year, by the clause that tells what it is."""

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.extraction.lexicon import head
from corpus.extraction.names.wording import is_torn, wrapped
from corpus.extraction.phrase import Phrase, lead_off, named
from corpus.runtime.replace import replace

# 困难残疾人生活补贴:, 孤儿基本生活养育标准,
_STANDARD = compiled(
    "(?:^|[,;:。、])(?P<what>[^,;:。、]{2,24}(?:标准|补贴|补助|津贴|奖励|救助金|抚恤金|养老金|保障金|生活费|护理费))(?:分别)?(?:为|是)?[:,]"
)
_EACH = compiled("^每(?:人|户|生|名)[^,;]{0,6}$")
_PART = compiled("[;。]")
# 提高生活补贴,: what is done, and no standard.
_DOES = compiled("提高|提升|落实|发放|调整|完善|执行|按|全面|将|给予|实施|兑现|对")
_SHORTEST, _LONGEST = 2, 12  # characters of to whom it is paid


def standard(context: Context, clause: Clause) -> Phrase | None:
    """The name of what each is paid: 城市特困人员基本生活标准 of 特困人员基本生活标准:城市每人每月1048元, None if it is told otherwise."""
    given, slot = clause.phrase, clause.slot
    if not _EACH.search(given.per or given.name) or not slot.mention.quantity.unit.endswith("元"):
        return None
    given = given if given.per else replace(given, subject="", indicator="", name="", per=given.name)
    begins = max((stop.end() for stop in _PART.finditer(context.marked.masked, 0, clause.own)), default=0)
    found = list(_STANDARD.finditer(context.marked.masked, begins, clause.own))
    what = lead_off(wrapped(found[-1]["what"])) if found else ""
    if not what or _DOES.match(what) or is_torn(what) or head(given.name) or what in given.name:
        return None
    if not given.name:
        # 补贴:每人每月90元: of all, where no other is told before.
        between = [one for one in context.marked.mentions if found[-1].end() <= one.end <= clause.own]
        return None if between else replace(named(what), place=given.place, per=given.per)
    fits = _SHORTEST <= len(given.name) <= _LONGEST
    whole = replace(given, subject=given.name, indicator=what, name=given.name + what)
    return whole if fits else None
