"""Cell names: what an amount of a table is called by the words of its row and of its column."""

from functools import lru_cache

from corpus import place as places
from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, head
from corpus.extraction.phrase import Phrase, named
from corpus.extraction.tables.head import Head

# 各乡镇茶叶产量: of each row.
_EACH = compiled(r"(?:各|分)(?:[省州市县区乡镇村]+|街道|地区?|行业|季度?|月份?|年份?)(?:\([^()]*\))?的?")
_PLANNED = compiled(r"目标|计划|预期|任务")
_BUDGETED = compiled(r"(?:年初|调整后?|变更)预算数?$|预算数$|^预算$")


def called(column: str, row: str, place: str, top: Head) -> Phrase:
    """The row's and the column's words as one name: 泵阀装备 + 产值."""
    own, said = _of_column_head(column, top.title)
    place = own or place
    if not row:
        whole = top.title if top.title.endswith(said or top.indicator) else said
        of = places.leading(whole)
        whole = _EACH.sub("", whole.removeprefix(of))
        place, phrase = place or (of if whole else ""), named(whole or said or top.indicator)
    elif said and not row.endswith(said):
        phrase = named(row + said)
    elif top.indicator and not said and not head(row):
        phrase = named(row + top.indicator)
    else:
        phrase = named(row)
    place = place or phrase.place
    return Phrase(place, phrase.subject, phrase.indicator, phrase.name) if place else phrase


@lru_cache(maxsize=1024)
def _of_column_head(column: str, title: str) -> tuple[str, str]:
    """The place that a column is of, and what else its head says under a title."""
    said = _of_budget(_PLANNED.sub("", column), title)
    return (said, "") if said and places.leading(said) == said else ("", said)


def _of_budget(said: str, title: str) -> str:
    """收入 under 一般公共预算收支 with its budget."""
    budget = next((word for word in clauses()["table"]["budget"] if f"{word}收支" in title), "")
    return budget + said if said in ("收入", "支出") else said


@lru_cache(maxsize=1024)
def is_planned(name: str) -> bool:
    """Whether a column is of what is planned."""
    return bool(_PLANNED.search(name) or _BUDGETED.search(name))
