"""What an amount is called by the words around it."""
