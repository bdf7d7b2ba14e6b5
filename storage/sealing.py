"""Sealing: what a stolen database must not tell.

A sealed value is encrypted and bound to its table, column and row: moved elsewhere it does not
open. A blind value is a keyed fingerprint, for a column in which one must be found by its value.
"""

import base64
import binascii
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

KEY_BYTES = 32
FORMAT = b"\x01"
NAME_BYTES = 4
NONCE_BYTES = 12
HEAD_BYTES = len(FORMAT) + NAME_BYTES
BLIND_BYTES = 16


# Made once: `json.dumps` makes an encoder for every value that is not written in its own way.
_AS_JSON = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


class Tampered(Exception):
    """A sealed value does not open here: it was altered, moved, or sealed with a lost key."""


class SealedBytes(bytes):
    """An encrypted value: 33 bytes longer than what it holds."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<sealed, {len(self)} bytes>"


class BlindBytes(bytes):
    """The keyed fingerprint of a value, 16 bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<blind>"


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a value. Sealing needs the row; a blind value is the same in every row."""

    table: str
    column: str
    row: int | str | None = None

    def __str__(self) -> str:
        return f"{self.table}.{self.column}, row {self.row}"


@dataclass(frozen=True, slots=True, repr=False)
class _Key:
    """What is derived from one secret: never one key for two purposes."""

    name: bytes
    cipher: AESGCM
    blinding: bytes

    @classmethod
    def derived_from(cls, secret: bytes) -> Self:
        return cls(
            name=_derive(secret, b"duobot key name", NAME_BYTES),
            cipher=AESGCM(_derive(secret, b"duobot sealing", KEY_BYTES)),
            blinding=_derive(secret, b"duobot blinding", KEY_BYTES),
        )


@dataclass(frozen=True, slots=True, repr=False, init=False)
class Keys:
    """The secret keys in use, newest first: the first one seals, all of them open."""

    _newest: _Key
    _all: dict[bytes, _Key] = field(compare=False)

    def __init__(self, secrets_: Iterable[bytes]) -> None:
        keys = [_Key.derived_from(_whole(secret)) for secret in secrets_]
        if not keys:
            raise ValueError("At least one secret key is needed.")
        by_name = {key.name: key for key in keys}
        if len(by_name) < len(keys):
            raise ValueError("The same secret key is given twice.")
        object.__setattr__(self, "_newest", keys[0])
        object.__setattr__(self, "_all", by_name)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read keys written in base64 with commas between them, newest first."""
        words = [word.strip() for word in text.split(",") if word.strip()]
        return cls([_read_key(word, n, len(words)) for n, word in enumerate(words, 1)])

    @staticmethod
    def generate() -> str:
        """A new key, as the text to put first in the settings."""
        return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()

    @property
    def newest_name(self) -> str:
        """The name of the key that seals now; it tells nothing of the key itself."""
        return self._newest.name.hex()

    def seal(self, value: str | bytes, where: Where) -> SealedBytes:
        """Encrypt under the newest key, for this place only."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        head = FORMAT + self._newest.name
        locked = self._newest.cipher.encrypt(nonce, _as_bytes(value), _bound(head, where))
        return SealedBytes(head + nonce + locked)

    def open_bytes(self, sealed: bytes, where: Where) -> bytes:
        """Decrypt; Tampered when the value was not sealed for this place."""
        head, nonce = sealed[:HEAD_BYTES], sealed[HEAD_BYTES : HEAD_BYTES + NONCE_BYTES]
        key = self._all.get(head[len(FORMAT) :])
        if key is None or not head.startswith(FORMAT):
            raise Tampered(f"No key in use opens {where}.")
        try:
            return key.cipher.decrypt(
                nonce, sealed[HEAD_BYTES + NONCE_BYTES :], _bound(head, where)
            )
        except (InvalidTag, ValueError):
            raise Tampered(f"The sealed value does not belong in {where}.") from None

    def open(self, sealed: bytes, where: Where) -> str:
        """Decrypt a text."""
        return self.open_bytes(sealed, where).decode()

    def seal_json(self, value: object, where: Where) -> SealedBytes:
        """Encrypt anything that JSON can write, half an emoji too: so nothing but ASCII."""
        return self.seal(_AS_JSON(value), where)

    def open_json(self, sealed: bytes, where: Where) -> Any:  # noqa: ANN401 - whatever JSON held
        """Decrypt what `seal_json` encrypted."""
        return json.loads(self.open_bytes(sealed, where))

    def is_newest(self, sealed: bytes) -> bool:
        """Whether this value is sealed with the newest key; if not, seal it again some day."""
        return sealed.startswith(FORMAT + self._newest.name)

    def blind(self, value: str | bytes, where: Where) -> BlindBytes:
        """The fingerprint to store under the newest key. Bring the value to one spelling first."""
        return _blind(self._newest, value, where)

    def blinds(self, value: str | bytes, where: Where) -> tuple[BlindBytes, ...]:
        """The fingerprints to look for, newest key first: rows wait for their new key."""
        return tuple(_blind(key, value, where) for key in self._all.values())


class Sealed(TypeDecorator[SealedBytes]):
    """A column of encrypted values. It refuses anything else, so clear text never slips in."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: SealedBytes | None, dialect: Dialect) -> bytes | None:
        del dialect
        return _only(SealedBytes, value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> SealedBytes | None:
        del dialect
        return None if value is None else SealedBytes(value)


class Blind(TypeDecorator[BlindBytes]):
    """A column of fingerprints, to find a row by a value that is itself sealed."""

    impl = LargeBinary(BLIND_BYTES)
    cache_ok = True

    def process_bind_param(self, value: BlindBytes | None, dialect: Dialect) -> bytes | None:
        del dialect
        return _only(BlindBytes, value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> BlindBytes | None:
        del dialect
        return None if value is None else BlindBytes(value)


def _only(kind: type[bytes], value: bytes | None) -> bytes | None:
    if value is None:
        return None
    if not isinstance(value, kind):
        raise TypeError(f"This column takes {kind.__name__}, not {type(value).__name__}.")
    return bytes(value)


def _blind(key: _Key, value: str | bytes, where: Where) -> BlindBytes:
    place = f"{where.table}\0{where.column}\0".encode()
    digest = hmac.digest(key.blinding, place + _as_bytes(value), "sha256")
    return BlindBytes(digest[:BLIND_BYTES])


def _bound(head: bytes, where: Where) -> bytes:
    """What is authenticated beside the text. The row comes last, so no two places look alike."""
    if where.row is None:
        raise ValueError(
            f"A value is sealed for one row; {where.table}.{where.column} names none."
        )
    kind = "i" if isinstance(where.row, int) else "s"
    return head + f"{where.table}\0{where.column}\0{kind}{where.row}".encode()


def _as_bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else value


def _derive(secret: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose).derive(secret)


def _whole(secret: bytes) -> bytes:
    if len(secret) != KEY_BYTES:
        raise ValueError(f"A secret key is {KEY_BYTES} bytes long, not {len(secret)}.")
    return secret


def _read_key(word: str, number: int, count: int) -> bytes:
    """Both base64 alphabets and missing padding are fine; the message never repeats the key."""
    padded = word.rstrip("=").translate(str.maketrans("+/", "-_"))
    try:
        key = base64.b64decode(padded + "=" * (-len(padded) % 4), altchars="-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(
            f"Secret key {number} of {count} is not {KEY_BYTES} bytes written in urlsafe base64."
        )
    return key
