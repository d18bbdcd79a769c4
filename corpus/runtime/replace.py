"""What is another record but for some fields: `dataclasses.replace` in a fifth of its time."""

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

__all__ = ["replace"]

if TYPE_CHECKING:
    from dataclasses import replace
else:
    T = TypeVar("T")

    def replace(record: T, **values: object) -> T:
        """The frozen record with these values, of a class that takes its fields in order; what it keeps is made anew.

        >>> from corpus.document.given import Given
        >>> replace(Given(title="函"), place="云岭县") == Given(title="函", place="云岭县")
        True
        """
        kind = type(record)
        read, places = _fields(kind)
        made = list(read(record))
        for name, value in values.items():
            made[places[name]] = value
        return kind(*made)

    @cache
    def _fields(kind: type) -> tuple:
        """What reads all fields of a record, and which of them each is."""
        names = [*kind.__dataclass_fields__]
        places = {name: place for place, name in enumerate(names)}
        return (attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)), places
