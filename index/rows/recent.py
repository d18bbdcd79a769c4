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
        found: dict[N, T] = {}
        missing: list[N] = []
        with self._lock:
            for name in names:
                if name in self._values:
                    found[name] = self._values[name]
                    self._values.move_to_end(name)
                else:
                    missing.append(name)
        if not missing:
            return found
        made = make(missing)
        with self._lock:
            for name in missing:
                self._values[name] = made[name]
            while len(self._values) > self._limit:
                self._values.popitem(last=False)
        return {name: found[name] if name in found else made[name] for name in names}

    def __len__(self) -> int:
        return len(self._values)
