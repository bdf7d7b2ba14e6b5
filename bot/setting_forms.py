"""What a setting has to look like, before anything is done with it."""

import base64
import binascii
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

KEY_BYTES = 32
HIGHEST_PORT = 65_535
TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
DATABASE_SCHEMES = re.compile(r"(sqlite|postgres|postgresql)(\+\w+)?")
PLACE = re.compile(r"(?P<host>[\w.-]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})", re.ASCII)
CHAT = re.compile(r"-?[1-9]\d{0,18}", re.ASCII)

MUST_BE: Mapping[str, str] = {
    "token": "the token that @BotFather gave: digits, a colon, then letters and digits",
    "telegram": (
        'the address of a Bot API, such as "https://api.telegram.org" or "http://127.0.0.1:8081"'
    ),
    "database": 'a file such as "duobot.db" or an address such as "postgresql://user@host/name"',
    "secret_keys": f"keys of {KEY_BYTES} bytes in base64, newest first, a comma between them",
    "programme": "duo, mentor2work or the path of a programme file that exists",
    "clock": "system or sandbox",
    "log": "debug, info, warning or error",
    "log_format": "auto, json or text",
    "health": 'where the page of health listens, such as "127.0.0.1:8090"',
    "public_url": 'an address such as "https://duo.example.org", at which others reach that page',
    "alarm_url": 'an address that takes a POST, such as "https://alarm.example.org/duobot"',
    "operator": "the number of a chat of Telegram: digits, with a minus before those of a group",
}


def is_token(value: str) -> bool:
    return TOKEN.fullmatch(value) is not None


def is_chat(value: str) -> bool:
    """The number of somebody's chat, or of a group."""
    return CHAT.fullmatch(value) is not None


def is_place(value: str) -> bool:
    """A host and a port to listen on; port 0 is any that is free."""
    found = PLACE.fullmatch(value)
    return found is not None and int(found["port"]) <= HIGHEST_PORT


def host_and_port(place: str) -> tuple[str, int]:
    """The two parts of such a place."""
    host, _, port = place.rpartition(":")
    return host.strip("[]"), int(port)


def is_address(value: str) -> bool:
    parts = urlsplit(value)
    plain = not (parts.query or parts.fragment or parts.username)
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname)


def is_hook(value: str) -> bool:
    """An address that is called; what comes after its host may be a secret of any form."""
    parts = urlsplit(value)
    port_is_a_number = parts.port is None or parts.port > 0
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port_is_a_number


def is_public(value: str) -> bool:
    """An address to which calendars come from outside: over a line that nobody can read along."""
    here = urlsplit(value).hostname in ("localhost", "127.0.0.1")
    return is_address(value) and (here or urlsplit(value).scheme == "https")


def is_database(value: str) -> bool:
    scheme, found, rest = value.partition("://")
    return not found or bool(rest and DATABASE_SCHEMES.fullmatch(scheme))


def are_keys(value: str) -> bool:
    words = [word.strip().rstrip("=") for word in value.split(",") if word.strip()]
    return bool(words) and all(_is_key(word) for word in words)


def _is_key(word: str) -> bool:
    """Both alphabets of base64 will do, with or without the padding."""
    word = word.replace("+", "-").replace("/", "_")
    try:
        key = base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(key) == KEY_BYTES
