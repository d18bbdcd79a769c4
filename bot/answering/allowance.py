"""How much work the readings of one message may take together."""

from dataclasses import dataclass

# Two readings of a message to a large corpus, of which each looks into 24 letters.
LETTERS = 48
# To read a message anew costs as much as to look into so many, however few there are: six readings of one to a single
# letter. Of 7,300 questions four times as many readings told three right answers more and three wrong ones.
_LEAST = 8


@dataclass
class Allowance:
    """The letters that the readings of a message may still look into. What a message is answered with must hang on nothing
    but the message and the letters: so it is counted, and neither timed nor by what was looked into before."""

    left: int = LETTERS

    def spend(self, letters: int) -> None:
        """A reading looks into so many letters."""
        self.left -= max(letters, _LEAST)

    @property
    def used_up(self) -> bool:
        """Whether no further reading is tried."""
        return self.left <= 0
