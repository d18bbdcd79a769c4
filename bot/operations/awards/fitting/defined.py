"""Classes that a policy defines by what a person is: E类为全日制硕士研究生或具有副高级职称的人员."""

from collections.abc import Iterator

from bot.matching.retriever import Retriever
from corpus.compiled import compiled
from corpus.rule.words import grades_in
from corpus.texts.text import plain

_DEFINES = compiled(
    r"(?P<name>(?:[A-Fa-f甲乙丙丁]类|第[一二三四五]层次)(?:人才|人员)?)(?:为|是|指|:|包括|主要(?:为|指|包括))(?P<who>[^;。]+)"
)


def defined(grades: tuple[str, ...], letter: str, retriever: Retriever) -> tuple[str, ...]:
    """The grades with those that a letter puts into a class replaced by it; as they are where it puts one into none or two.

    Of 高级技师 and 技师 each is its own: grades_in tells them apart.
    """
    classes = list(_classes(letter, retriever))
    named = [[name for name, who in classes if grade in who] for grade in grades]
    return tuple(found[0] if len(found) == 1 else grade for grade, found in zip(grades, named, strict=True))


def _classes(letter: str, retriever: Retriever) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The classes of a letter, each with the grades that its definition names."""
    for passage in retriever.library.passages(letter):
        for match in _DEFINES.finditer(plain(passage.text)):
            name = grades_in(match["name"])
            if name:
                yield name[0], grades_in(match["who"])
