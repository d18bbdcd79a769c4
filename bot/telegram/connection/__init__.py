"""How updates come in and messages go out: polling, webhook, queue, what to do when Telegram is out of reach."""
