"""The letters that benchmarks are made of."""

from tests.invented import letters


def test_each_letter_says_what_is_known_of_it() -> None:
    """The figures stand in its text, and no two letters are of one kind, place and year."""
    made = list(letters(1500))
    assert len({letter.name for letter in made}) == len(made)
    assert len({letter.text.splitlines()[0] for letter in made if letter.name.endswith("bulletin")}) == 500
    assert all(known.printed in letter.text for letter in made for known in letter.known)


def test_the_letters_are_the_same_every_time() -> None:
    """So that benchmarks can be compared."""
    assert list(letters(9)) == list(letters(9))
