"""The pretend Telegram over HTTP: Bot API, control API, live events and the chat page."""
