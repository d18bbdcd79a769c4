"""Disjoint sets of numbers."""


class Sets:
    """The numbers below a bound, each in a set of its own until it is joined to another.

    >>> sets = Sets(4); sets.join(0, 2); sets.groups()
    [[0, 2], [1], [3]]
    """

    def __init__(self, count: int) -> None:
        self._over = list(range(count))

    def root(self, number: int) -> int:
        """The least number of the set that a number is in."""
        while self._over[number] != number:
            self._over[number] = self._over[self._over[number]]
            number = self._over[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, last = sorted((self.root(one), self.root(other)))
        self._over[last] = first

    def groups(self) -> list[list[int]]:
        """The sets, by their least numbers."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._over)):
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())
