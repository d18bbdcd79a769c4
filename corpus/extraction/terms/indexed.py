"""What an index number is counted from: 100.2 of 上年同期=100."""

from collections.abc import Iterable

from corpus.compiled import compiled
from corpus.extraction.clause import Clause, Context
from corpus.texts.text import fold

_BASE = compiled(r"(?:以|按)?(?P<base>[^()=,;:。以按为]{1,12}?)(?:价格)?(?:=|为)100(?![\d.])")
_OWN = compiled(rf"\({_BASE.pattern}")
_ON = "下同"


def told(titles: Iterable[str]) -> str:
    """The base that a table's captions state for all of its indices, "" if none."""
    found = (_BASE.search(fold(title).text) for title in titles)
    return next((f"{match['base']}=100" for match in found if match), "")


def base(context: Context, clause: Clause) -> str:
    """The base of a number without a unit as 上年=100: printed with it, before it in the sentence, or for all
    indices that follow (下同); "" where there is none.
    """
    mention = clause.slot.mention
    if mention.quantity.unit or mention.quantity.parts or mention.ordinal:
        return ""
    text = context.marked.text
    own = _OWN.match(text, mention.end) or next(reversed(list(_BASE.finditer(text, 0, mention.start))), None)
    if own:
        return f"{own['base']}=100"
    if not clause.phrase.name.endswith("指数"):
        return ""
    said = [draft for draft in context.setting.earlier if draft.predicate.basis.endswith("=100")]
    return said[-1].predicate.basis if said and _ON in said[-1].passage.text else ""
