"""What is said about people who are not on Telegram."""
