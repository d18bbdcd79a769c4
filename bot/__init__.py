"""Questions understood and answered, in a terminal, on Telegram and in a browser."""
