"""The Telegram bot: updates carried to the answerer, answers carried back."""
