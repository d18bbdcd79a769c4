"""What a policy says besides its awards: for whom it is, what has to be handed in, how it is applied for."""
