"""Whether an address that somebody set can be one at all: seen at once, not when it is first used."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from pydantic_core import PydanticCustomError

WEB = ("https", "http")


def address(value: str, schemes: Collection[str], *, ported: Collection[str] = ()) -> str:
    """The address, if it is one with a host that there may be.

    Raises ValueError with the schemes that there are; another for a port that is none, or is missing with a scheme
    that has no usual one (`ported`).
    """
    parts = _parts(value)
    if parts is None or parts.scheme not in schemes or not is_host(parts.hostname or ""):
        raise ValueError("、".join(f"{scheme}://" for scheme in schemes))
    if _port(parts) == 0 or (parts.scheme in ported and _port(parts) is None):
        raise PydanticCustomError("port", "no port")
    return value


def is_host(name: str) -> bool:
    """Whether a name can be looked up, or is a machine's number.

    >>> [is_host(name) for name in ("db", "10.0.0.1", "::1", "网站.example", "", "a b", "a..b", "10.0.0.256", "a" * 64)]
    [True, True, True, True, False, False, False, False, False]
    """
    if ":" in name or name.replace(".", "").isdigit():
        return _is_number(name)
    try:
        return bool(name.encode("idna")) and name.isprintable() and not set(name) & set(" \\")
    except UnicodeError:
        return False


def _is_number(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


def _parts(value: str) -> SplitResult | None:
    try:
        return urlsplit(value)
    except ValueError:  # an odd bracket
        return None


def _port(parts: SplitResult) -> int | None:
    """The port, None where none is said, 0 for what is no port."""
    try:
        return parts.port
    except ValueError:
        return 0
