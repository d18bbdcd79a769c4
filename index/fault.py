"""What can be wrong with a model or an index. By itself: to say so needs neither numpy nor a database."""


class ModelError(Exception):
    """A model that cannot be used, in one line that says what to do."""


class UnusableIndex(Exception):
    """The index cannot be written to or reached: one line that names it."""


class StoreUnavailable(Exception):
    """The database is out of reach, or its letters changed in the middle of a question: one line. Asking again may help."""
