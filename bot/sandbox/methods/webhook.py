"""Methods about webhooks: there are none here, the bot polls."""

from typing import Any

from bot.sandbox.answers import bad_request
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import Outcome, World, done


def set_webhook(world: World, parameters: Parameters) -> Outcome:
    """Refused, unless it takes a webhook away."""
    if parameters.text("url"):
        raise bad_request("setWebhook is not supported here; use getUpdates")
    return delete_webhook(world, parameters)


def delete_webhook(world: World, parameters: Parameters) -> Outcome:
    """Nothing to take away, but waiting updates can be dropped."""
    waiting = list(world.state.queue.updates)
    if waiting and parameters.flag("drop_pending_updates"):
        told = {"what": "confirmed", "update_ids": waiting, "dropped": True}
        return done(told)
    return done()


def get_webhook_info(world: World, _: Parameters) -> Outcome:
    """No webhook, and how many updates wait."""
    queue = world.state.queue
    told: dict[str, Any] = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.updates),
    }
    if queue.allowed:
        told["allowed_updates"] = queue.allowed
    return Outcome(told)
