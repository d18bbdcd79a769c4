"""What is answered out of several answers: of two questions, of the dialogue, of the likeliest sentence last."""
