"""What the pretend Telegram answers, and the two ways in which it says no."""

from dataclasses import dataclass
from typing import Any

CONNECTION_DROPPED = 0

REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the Bot API; status 0 means that the connection is dropped without a word."""

    status: int
    body: dict[str, Any] | bytes

    @property
    def fields(self) -> dict[str, Any]:
        """The body's fields; none when it is no JSON."""
        return self.body if isinstance(self.body, dict) else {}

    @property
    def ok(self) -> bool:
        """Whether the call worked, as the caller sees it."""
        return self.fields.get("ok") is True


class Refusal(Exception):
    """Telegram refuses a call of the bot."""

    def __init__(
        self, status: int, description: str, parameters: dict[str, int] | None = None
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def answer(self) -> Answer:
        """The refusal as the bot hears it."""
        told = failure(self.status, self.description)
        if self.parameters is None:
            return told
        return Answer(self.status, {**told.fields, "parameters": self.parameters})


class NotPossible(Exception):
    """A person or a test asks the sandbox for something that cannot be; the sentence says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def bad_request(message: str) -> Refusal:
    """A 400 with Telegram's wording."""
    return Refusal(400, f"Bad Request: {message}")


def forbidden(message: str) -> Refusal:
    """A 403 with Telegram's wording."""
    return Refusal(403, f"Forbidden: {message}")


def too_many_requests(seconds: int) -> Refusal:
    """A 429 that says how long to wait."""
    return Refusal(
        429, f"Too Many Requests: retry after {seconds}", parameters={"retry_after": seconds}
    )


def success(result: object, description: str | None = None) -> Answer:
    """The answer to a call that worked; a few say in words what they did."""
    told = {} if description is None else {"description": description}
    return Answer(200, {"ok": True, "result": result, **told})


def failure(status: int, description: str) -> Answer:
    """The answer to a call that did not work."""
    return Answer(status, {"ok": False, "error_code": status, "description": description})
