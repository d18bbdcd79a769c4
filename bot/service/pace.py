"""How much somebody may ask."""

from collections.abc import Hashable
from dataclasses import dataclass, field

_A_MINUTE = 60
_WINDOWS = 10_000


@dataclass
class Pace:
    """How much each person sent in a minute. `limit` is far above what anybody types."""

    limit: int = 60
    _counts: dict[tuple[Hashable, int], int] = field(default_factory=dict)

    def spent(self, person: Hashable, at: float) -> bool:
        """Whether a person has sent more than that in this minute."""
        return self._counts.get((person, int(at) // _A_MINUTE), 0) > self.limit

    def count(self, person: Hashable, at: float) -> int:
        """How many this makes in its minute."""
        if len(self._counts) > _WINDOWS:
            self._counts.clear()
        window = person, int(at) // _A_MINUTE
        self._counts[window] = self._counts.get(window, 0) + 1
        return self._counts[window]
