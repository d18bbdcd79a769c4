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
    """The record as JSON: a dataclass is the list of its fields' values."""
    return _writer(_kind(record))(record)


def dump_without(record: object, emptied: str) -> str:
    """The record as JSON, the field of that name, which holds a tuple, written as an empty one."""
    return _fields_writer(_kind(record), emptied)(record)


def load(kind: type[T], text: str) -> T:
    """The record of that class that `dump` wrote."""
    found: T = _reader(cast("Hashable", kind))(json.loads(text))
    return found


def _kind(record: object) -> Hashable:
    return cast("Hashable", type(record))


@cache
def _writer(kind: Any) -> _Write:  # noqa: ANN401 - any class
    """What writes a value of a class as `json` itself would: looked for once for each class and not for each value."""
    if is_dataclass(kind):
        return _fields_writer(cast("Hashable", kind))
    if issubclass(kind, Enum):
        return lambda member: dump(member._value_)  # .value takes ten times as long
    if issubclass(kind, date):
        return lambda day: f'"{day.isoformat()}"'
    if issubclass(kind, Decimal):
        return lambda value: '"' + str(value) + '"'
    if kind in (bool, NoneType):
        return {True: "true", False: "false", None: "null"}.__getitem__
    return {str: encode_basestring, int: int.__repr__, tuple: _list, list: _list}.get(kind, _json)


@cache
def _fields_writer(kind: Any, emptied: str = "") -> _Write:  # noqa: ANN401 - any dataclass
    """What writes the records of a class; what its fields' annotations tell is not asked of each value again."""
    names, hints = [field.name for field in fields(kind)], get_type_hints(kind)
    read = attrgetter(*names) if len(names) > 1 else lambda record: [getattr(record, names[0])]
    writers = [_empty if name == emptied else _by_annotation(hints[name]) for name in names]

    def write(record: object) -> str:
        return f"[{','.join([one(value) for one, value in zip(writers, read(record), strict=True)])}]"

    return write


def _by_annotation(hint: Any) -> _Write:  # noqa: ANN401 - any annotation
    # An enumeration of words, too: its members are words.
    if isinstance(hint, type) and issubclass(hint, str):
        return encode_basestring
    return _writer(cast("Hashable", hint)) if hint is Decimal or is_dataclass(hint) else dump


def _empty(_: object) -> str:
    return "[]"


def _list(values: Iterable[object]) -> str:
    return f"[{','.join([_writer(_kind(value))(value) for value in values])}]" if values else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
