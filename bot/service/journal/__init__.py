"""The journal: what the bot has to remember, in SQLite or any database that SQLAlchemy speaks."""
