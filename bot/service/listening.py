"""That a port cannot be listened on."""


class CannotListen(OSError):
    """A port that cannot be listened on."""

    def __init__(self, setting: str, port: int, error: OSError) -> None:
        super().__init__(f"{setting}: {port}: {error.strerror}")
        self.setting, self.port, self.why = setting, port, error.strerror or type(error).__name__
