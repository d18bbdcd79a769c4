"""The texts that the shipped model is trained on."""
