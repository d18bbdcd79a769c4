"""What is answered out of more than one reply: two questions, the answers before, figures that no reply has together."""
