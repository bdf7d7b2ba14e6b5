"""The people who hold a phone in the sandbox."""

from dataclasses import asdict, dataclass
from typing import Any

FIRST_NEW_PERSON = 710_000_001


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone; `started` says whether the bot may write to them."""

    id: int
    first_name: str
    last_name: str | None = None
    language_code: str | None = None
    username: str | None = None
    role: str | None = None
    started: bool = False
    blocked: bool = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    @property
    def phone_number(self) -> str:
        """A Belgian mobile number that is always theirs."""
        return f"+32470{self.id % 1_000_000:06d}"

    def user(self) -> dict[str, Any]:
        """The Bot API's User object."""
        told = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {key: value for key, value in told.items() if value is not None}

    def private_chat(self) -> dict[str, Any]:
        """The Bot API's Chat object of their chat with the bot."""
        told = {
            "id": self.id,
            "type": "private",
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }
        return {key: value for key, value in told.items() if value is not None}

    def entry(self) -> dict[str, Any]:
        """The journal entry that keeps them."""
        return {"what": "person", "person": asdict(self)}
