"""The languages that have words: a programme offers some of them, in its own order."""

LANGUAGES = ("nl", "fr", "en")
