"""A question's words turned into what is asked for."""
