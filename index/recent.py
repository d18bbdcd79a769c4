"""What was asked for lately, kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)
T = TypeVar("T")


class Recent(Generic[T]):
    """At most `limit` values by name; the one asked for longest ago goes first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

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
        """The values of these names, in their order; those that are not kept are made together.

        Any thread may ask: an encoder serves several indexes.
        """
        with self._lock:
            kept = {name: self._values[name] for name in names if name in self._values}
        missing = [name for name in names if name not in kept]
        found = {**kept, **(make(missing) if missing else {})}
        with self._lock:
            for name in names:
                self._values[name] = found[name]
                self._values.move_to_end(name)
            while len(self._values) > self._limit:
                self._values.popitem(last=False)
        return {name: found[name] for name in names}

    def __len__(self) -> int:
        return len(self._values)
