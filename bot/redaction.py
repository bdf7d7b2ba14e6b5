"""Taking secrets out of texts that somebody may read."""

import json
import re
from urllib.parse import quote

HIDDEN = "<hidden>"
SHORTEST_SECRET = 6
# A colon stands as %3A in an address. Letters right before the digits are the "bot" of a path.
BOT_TOKEN = re.compile(r"\d{6,}(?::|%3[Aa])[\w-]{30,}", re.ASCII)

# Longest first, so that no secret is hidden only in part.
_spellings: list[str] = []


def hide(secret: str) -> None:
    """Let this secret never be readable again in a redacted text, however it is written."""
    if len(secret) < SHORTEST_SECRET:
        return
    spellings = (secret, quote(secret, safe=""), json.dumps(secret)[1:-1], repr(secret)[1:-1])
    _spellings[:] = sorted({*_spellings, *spellings}, key=len, reverse=True)


def redact(text: str) -> str:
    """The text without bot tokens and without the secrets that were hidden."""
    text = BOT_TOKEN.sub(HIDDEN, text)
    for spelling in _spellings:
        text = text.replace(spelling, HIDDEN)
    return text
