"""What is sent into a chat: texts, buttons, pictures."""
