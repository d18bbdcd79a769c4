"""What is another record but for some fields: `dataclasses.replace` in a fifth of its time."""

from typing import TYPE_CHECKING, TypeVar

__all__ = ["replace"]

if TYPE_CHECKING:
    from dataclasses import replace
else:
    T = TypeVar("T")

    def replace(record: T, **values: object) -> T:
        """The frozen record with these values, of a class that does nothing as it is made; what it keeps is made anew.

        >>> from corpus.given import Given
        >>> replace(Given(title="函"), place="云岭县") == Given(title="函", place="云岭县")
        True
        """
        kind, has = type(record), record.__dict__
        names = kind.__dataclass_fields__
        made = object.__new__(kind)
        # A copy filled and set: nothing grows on the way.
        found = has.copy() if len(has) == len(names) else {name: has[name] for name in names}
        found.update(values)
        object.__setattr__(made, "__dict__", found)
        return made
