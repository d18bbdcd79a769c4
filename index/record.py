"""Records: frozen dataclasses to JSON and back, by their annotations."""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Read = Callable[[Any], Any]
_Write = Callable[[Any], str]


def dump(record: object) -> str:
    """The record as JSON: a dataclass is the list of its fields' values.

    >>> from corpus.place import NATION
    >>> dump((NATION, 1, None, Decimal("24.69"), date(2024, 7, 25)))
    '["全国",1,null,"24.69","2024-07-25"]'
    """
    return _WRITERS[type(record)](record)


def load(kind: type[T], text: str) -> T:
    """The record of that class that `dump` wrote."""
    found: T = _reader(cast("Hashable", kind))(json.loads(text))
    return found


class _Writers(dict[type, _Write]):
    """What writes the values of each class: looked up once for a class."""

    def __missing__(self, kind: type) -> _Write:
        self[kind] = found = _writer(kind)
        return found


def _listed(values: Iterable[object]) -> str:
    return f"[{','.join([_WRITERS[type(value)](value) for value in values])}]"


def _writer(kind: Any) -> _Write:  # noqa: ANN401 - any class
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names) if len(names) > 1 else lambda record: [getattr(record, names[0])]
        return lambda record: _listed(values(record))
    if issubclass(kind, tuple):
        return _listed
    if issubclass(kind, Enum):
        written = {member: _JSON.encode(member.value) for member in kind}
        return written.__getitem__
    if issubclass(kind, date):
        return lambda day: f'"{day.isoformat()}"'
    if issubclass(kind, Decimal):
        return lambda amount: f'"{amount}"'
    return encode_basestring if kind is str else int.__repr__ if kind is int else _JSON.encode


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_WRITERS = _Writers()


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
