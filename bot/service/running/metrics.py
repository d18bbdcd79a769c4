"""What is counted, for Prometheus."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

# Name, what it says, and how it is read.
Watched = tuple[str, str, Callable[[], float]]


@dataclass(frozen=True)
class Metrics:
    """What is counted."""

    registry: CollectorRegistry
    questions: Counter
    seconds: Histogram
    failures: Counter

    @classmethod
    def new(cls) -> "Metrics":
        """Counts that begin at nothing."""
        registry = CollectorRegistry()
        return cls(
            registry,
            Counter("dafu_questions", "Questions by kind of answer", ["kind"], registry=registry),
            Histogram("dafu_answer_seconds", "Time to find an answer", registry=registry),
            Counter("dafu_failures", "Updates whose handling failed", ["passing"], registry=registry),
        )

    def watch(self, gauges: Iterable[Watched]) -> None:
        """Adds what is read when it is asked for."""
        for name, what, read in gauges:
            Gauge(name, what, registry=self.registry).set_function(read)
