"""Records: frozen dataclasses to JSON and back, by their annotations."""

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Read = Callable[[Any], Any]
_Write = Callable[[Any], object]


def dump(record: object) -> str:
    """The record as JSON: a dataclass is the list of its fields' values."""
    return _JSON.encode(record)


def load(kind: type[T], text: str) -> T:
    """The record of that class that `dump` wrote."""
    found: T = _reader(cast("Hashable", kind))(json.loads(text))
    return found


def _written(value: object) -> object:
    """What JSON has for a value that it does not have itself, its parts as they are; it asks for those one by one."""
    return _writer(cast("Hashable", type(value)))(value)


@cache
def _writer(kind: Any) -> _Write:  # noqa: ANN401 - any class
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return attrgetter(*names) if len(names) > 1 else lambda record: [getattr(record, names[0])]
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, date):
        return date.isoformat
    return str if issubclass(kind, Decimal) else _unwritable


def _unwritable(value: object) -> object:
    raise TypeError(f"{type(value).__name__}: no part of a record")


# A record has no cycles.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_written, check_circular=False)


@cache
def _reader(kind: Hashable) -> _Read:
    if is_dataclass(kind):
        return _record(kind)
    if get_origin(kind) is tuple:
        item = _reader(get_args(kind)[0])
        return tuple if item is _same else lambda values: tuple(map(item, values))
    if get_origin(kind) in (Union, UnionType):
        (some,) = (_reader(argument) for argument in get_args(kind) if argument is not NoneType)
        return some if some is _same else lambda value: None if value is None else some(value)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return Decimal if kind is Decimal else _same


def _same(value: Any) -> Any:  # noqa: ANN401 - what JSON has itself
    return value


def _record(kind: Any) -> _Read:  # noqa: ANN401 - any dataclass
    hints = get_type_hints(kind)
    readers = [_reader(hints[field.name]) for field in fields(kind)]
    # Most fields are as JSON has them: thousands of records are read for a question.
    changed = [(place, read) for place, read in enumerate(readers) if read is not _same]

    def record(values: list[Any]) -> object:
        for place, read in changed:
            values[place] = read(values[place])
        return kind(*values)

    return record
