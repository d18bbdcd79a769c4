"""What was asked for lately, kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)
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

    def each(self, names: Sequence[N], make: Callable[[list[N]], Mapping[N, T]]) -> dict[N, T]:
        """The values of these names, in their order; those that are not kept are made together."""
        missing = [name for name in names if name not in self._values]
        made = make(missing) if missing else {}
        found = {name: made[name] if name in made else self._values[name] for name in names}
        for name, value in found.items():
            self._values[name] = value
            self._values.move_to_end(name)
        while len(self._values) > self._limit:
            self._values.popitem(last=False)
        return found

    def __len__(self) -> int:
        return len(self._values)
