"""That a port cannot be listened on."""

from bot.speech import speech


class CannotListen(Exception):
    """A port that cannot be listened on; the message is a line that says so."""

    def __init__(self, setting: str, port: int, error: OSError) -> None:
        why = error.strerror or type(error).__name__
        super().__init__(speech(None).say("cannot-listen", setting=setting, port=str(port), why=why))
