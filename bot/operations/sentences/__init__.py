"""Sentences that tell what a question word asks for: how something is done, which things, how it goes with something."""
