"""A Bot API server for tests: real HTTP, refusing what Telegram refuses. Written from Telegram's public description."""
