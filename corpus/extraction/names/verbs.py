"""Verbs with content of their own, which only a noun completes: 新增, 改造, 开工."""

import re
from functools import cache

from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses, directions, one_of

_ADDS = compiled("(?<=.)(?:新增|净增|新建|新设|新开)(?=.)")


def content_verb(name: str) -> str:
    """The content verb that a name begins with: 新增 of 新增城镇就业."""
    found = _begun().match(name)
    return found[0] if found else ""


def adding(name: str) -> str:
    """The content verb whose the rest of a name is: 新增 of 改造小区新增停车位."""
    later = _ADDS.findall(name)
    return later[-1] if later else content_verb(name)


def together(name: str) -> str:
    """A name without the 共 or 累计 before the verbs that it ends with: 通村公路共开工建设.

    >>> together("通村公路共开工建设"), together("公共服务")
    ('通村公路开工建设', '公共服务')
    """
    return _summed().sub("", name)


def ended(name: str) -> str:
    """A name without the verbs that it ends with: 通村公路 of 通村公路开工建设."""
    return _acted().sub("", name)


def unmoved(noun: str) -> str:
    """A noun without what is said of it at its end: 审批时限 of 审批时限压缩70%."""
    return _moved().sub("", noun)


def is_verb(name: str) -> bool:
    """Whether a name is a content verb and no more: 开工."""
    return name in contents()


def adding_verb(name: str) -> str:
    """The verb of adding that a name ends with: 增设 of 二期拟增设."""
    found = _added().search(name)
    return found[0] if found else ""


@cache
def _begun() -> re.Pattern[str]:
    return compiled(rf"(?:{one_of(contents())})(?=.)", re.DOTALL)


@cache
def _added() -> re.Pattern[str]:
    adding = [verb for verb in contents() if verb[0] in "增新再扩"]
    return compiled(rf"(?<=.)(?:{one_of(adding)})\Z", re.DOTALL)


@cache
def _summed() -> re.Pattern[str]:
    return compiled(rf"(?<=.{{2}})(?<!公)(?:共计?|累计|总共|合计|一共)(?=(?:{one_of(contents())})+\Z)")


@cache
def _acted() -> re.Pattern[str]:
    return compiled(rf"(?<=.{{2}})(?:{one_of(contents())})+\Z")


@cache
def _moved() -> re.Pattern[str]:
    return compiled(rf"(?<=.{{2}})(?:{one_of(word for word in directions() if len(word) > 1)})\Z")


@cache
def contents() -> tuple[str, ...]:
    """The content verbs, the longest first."""
    return tuple(sorted(clauses()["verb"]["content"], key=len, reverse=True))
