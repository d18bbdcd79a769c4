"""What can be wrong with a model. By itself: to say so needs neither numpy nor a tokenizer."""


class ModelError(Exception):
    """A model that cannot be used, in one line that says what to do."""
