"""Questions understood and answered, in a terminal and on Telegram."""
