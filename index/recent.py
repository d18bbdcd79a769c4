"""What was asked for lately, kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """At most `limit` values by name; the one asked for longest ago goes first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, name: Hashable, make: Callable[[], T]) -> T:
        """The value of that name, made where it is not kept."""
        if name not in self._values:
            self._values[name] = make()
        self._values.move_to_end(name)
        found = self._values[name]
        if len(self._values) > self._limit:
            self._values.popitem(last=False)
        return found

    def __len__(self) -> int:
        return len(self._values)
