"""What a setting has to look like, before anything is done with it."""

import base64
import binascii
import re
from urllib.parse import urlsplit

KEY_BYTES = 32
HIGHEST_PORT = 65_535
TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
DATABASE_SCHEMES = re.compile(r"(sqlite|postgres|postgresql)(\+\w+)?")
PLACE = re.compile(r"(?P<host>[\w.-]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})", re.ASCII)


def is_token(value: str) -> bool:
    return TOKEN.fullmatch(value) is not None


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
