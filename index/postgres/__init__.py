"""The index in PostgreSQL: one database for many machines."""
