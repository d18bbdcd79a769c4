"""What the Telegram bot and the web pages have in common: the letters as they stand, the journal, threads to work in."""
