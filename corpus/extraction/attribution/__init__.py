"""Whose an amount is where its own clause does not say."""
