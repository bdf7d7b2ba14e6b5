"""Methods about webhooks: where Telegram itself brings the updates."""

import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox import limits, webhook
from bot.sandbox.answers import bad_request
from bot.sandbox.parameters import Parameters, allowed_updates
from bot.sandbox.state import Entry
from bot.sandbox.world import Outcome, World

SECRET = re.compile(r"[A-Za-z0-9_-]*")
AT_HOME = "localhost"
ELSEWHERE = "bad webhook: the sandbox brings updates to this machine only, like http://127.0.0.1"


def set_webhook(world: World, parameters: Parameters) -> Outcome:
    """Updates go to this address from now on; none takes the webhook away."""
    url = parameters.text("url")
    if not url:
        return delete_webhook(world, parameters)
    _check_url(url)
    entry = webhook.entry(url, _secret(parameters), _connections(parameters))
    changes = (*_dropped(world, parameters), *_allowed(world, parameters))
    if not changes and _same(world, entry):
        return Outcome(result=True, description="Webhook is already set")
    if not _same(world, entry) or any(one["what"] == "confirmed" for one in changes):
        changes = (*changes, entry)
    return Outcome(result=True, changes=changes, description="Webhook was set")


def delete_webhook(world: World, parameters: Parameters) -> Outcome:
    """The bot polls again; what waits stays, unless it is to be dropped."""
    dropped = _dropped(world, parameters)
    if not world.state.webhook.url:
        return Outcome(result=True, changes=dropped, description="Webhook is already deleted")
    changes = (*dropped, webhook.entry(""))
    return Outcome(result=True, changes=changes, description="Webhook was deleted")


def get_webhook_info(world: World, _: Parameters) -> Outcome:
    """Where updates go, how many wait, and what went wrong last."""
    state = world.state
    told: dict[str, Any] = {
        "url": state.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": sum(1 for end in state.queue.ends.values() if end >= world.now),
    }
    if state.webhook.last_error_date:
        told["last_error_date"] = state.webhook.last_error_date
        told["last_error_message"] = state.webhook.last_error_message
    if state.webhook.url:
        told["max_connections"] = state.webhook.max_connections
    if state.queue.allowed:
        told["allowed_updates"] = state.queue.allowed
    return Outcome(told)


def _same(world: World, entry: Entry) -> bool:
    known = world.state.webhook
    return webhook.entry(known.url, known.secret_token, known.max_connections) == entry


def _dropped(world: World, parameters: Parameters) -> tuple[Entry, ...]:
    waiting = list(world.state.queue.updates)
    if not waiting or not parameters.flag("drop_pending_updates"):
        return ()
    return ({"what": "confirmed", "update_ids": waiting, "dropped": True},)


def _allowed(world: World, parameters: Parameters) -> tuple[Entry, ...]:
    allowed = allowed_updates(parameters)
    if allowed is None or allowed == (world.state.queue.allowed or []):
        return ()
    return ({"what": "allowed_updates", "updates": allowed},)


def _connections(parameters: Parameters) -> int:
    return parameters.between(
        "max_connections",
        limits.FEWEST_CONNECTIONS,
        limits.MOST_CONNECTIONS,
        limits.USUAL_CONNECTIONS,
    )


def _secret(parameters: Parameters) -> str:
    secret = parameters.text("secret_token")
    if len(secret) > limits.LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _check_url(url: str) -> None:
    """Telegram wants HTTPS and a public address; a sandbox wants neither, and nobody else's."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise bad_request("invalid webhook URL specified")
    if not _is_here(host):
        raise bad_request(ELSEWHERE)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == AT_HOME
