"""What was read of a sentence of rules so far."""

from dataclasses import dataclass, field

from corpus.rule.placed import Placed
from corpus.rule.rule import Rule


@dataclass
class Reading:
    """What was read of a sentence so far."""

    made: list[Rule] = field(default_factory=list)
    ends: list[Placed] = field(default_factory=list)
    told: list[Placed] = field(default_factory=list)  # the ends of the list before: 达到上述标准的
    step: Placed | None = None
    counted: Placed | None = None  # the step of the award before
    base: str = ""
    cut: int = 0  # where the words begin that are the next award's own
    first: Placed | None = None  # the first award of the part
    ages: list[Placed] = field(default_factory=list)  # those of the part
    years: tuple[int, int] | None = None
