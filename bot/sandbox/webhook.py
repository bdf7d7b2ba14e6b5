"""The webhook as it stands: where updates go, and what went wrong last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox import limits


@dataclass(slots=True)
class Webhook:
    """No webhook while the address is empty; then the bot polls."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = limits.USUAL_CONNECTIONS
    number: int = 0
    last_error_date: int = 0
    last_error_message: str = ""
    gone_since: str | None = None

    def failed(self, entry: dict[str, Any]) -> None:
        """A delivery did not arrive; 410 says that nobody lives there any more."""
        self.last_error_date = int(datetime.fromisoformat(entry["at"]).timestamp())
        self.last_error_message = entry["message"]
        if entry["status"] == limits.GONE:
            self.gone_since = self.gone_since or entry["at"]
        else:
            self.gone_since = None

    def is_gone(self, now: datetime) -> bool:
        """Whether nothing but 410 came back for so long that the webhook is closed."""
        if self.gone_since is None:
            return False
        return now - datetime.fromisoformat(self.gone_since) > limits.GONE_FOR


def entry(url: str, secret_token: str = "", max_connections: int = 0) -> dict[str, Any]:
    """The journal entry that sets a webhook, or takes it away."""
    return {
        "what": "webhook",
        "url": url,
        "secret_token": secret_token,
        "max_connections": max_connections,
    }
