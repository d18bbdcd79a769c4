"""Errors as the Bot API reports them."""


class Refused(Exception):
    """A request that is answered with ok: false. `more` goes into `parameters` (retry_after)."""

    def __init__(self, code: int, description: str, **more: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.more = more


def bad(description: str) -> Refused:
    """A 400."""
    return Refused(400, f"Bad Request: {description}")
