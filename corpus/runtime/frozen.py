"""Frozen records that are made by the thousand: `dataclasses.dataclass` without what stops a write at run time.

A frozen dataclass sets its fields through `object.__setattr__`, which takes eight times as long as setting them. That these
are not written to is what the type checker sees to. Their fields have slots: a third of the memory that a dictionary takes.
"""

from typing import TYPE_CHECKING, TypeVar

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable

    T = TypeVar("T")

    def dataclass(*, frozen: bool) -> Callable[[type[T]], type[T]]:
        """A class whose records are compared, printed and hashed as those of a frozen dataclass are.

        >>> from corpus.evidence.stated import Stated, Where
        >>> one, same = (Stated("place", Where.TITLE, 0, 4) for _ in "ab")
        >>> one == same, hash(one) == hash(same)
        (True, True)
        """
        return dataclasses.dataclass(eq=frozen, unsafe_hash=frozen, slots=True)
