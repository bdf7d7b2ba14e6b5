"""Groups, forums and channels over HTTP. Documented in docs/sandbox.md."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox.answers import NotPossible
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.bodies import Wishes, wishes
from bot.sandbox.web.keys import TELEGRAM

Deed = Callable[[Telegram, int, Wishes], dict[str, Any]]

DEEDS: dict[str, Deed] = {
    "bot": lambda t, chat, w: t.change_bot(w.integer("by"), chat, w.text("status")),
    "migrate": lambda t, chat, w: t.migrate(w.integer("by"), chat),
    "topic": lambda t, chat, w: t.new_topic(w.integer("by"), chat, w.text("name")),
    "change_topic": lambda t, chat, w: t.change_topic(
        w.integer("by"), chat, w.integer("message_thread_id"), w.text("change")
    ),
    "post": lambda t, chat, w: t.post_in_channel(chat, w.text("text")),
}


async def new_group(request: web.Request) -> web.StreamResponse:
    """Somebody makes a group and lets the bot in."""
    wanted = await wishes(request)
    made = request.app[TELEGRAM].new_group(
        wanted.integer("by"),
        wanted.text("title"),
        wanted.text_or_none("type") or "group",
        forum=wanted.flag("forum"),
        members=wanted.integers("members"),
    )
    return web.json_response(made)


async def deed(request: web.Request) -> web.StreamResponse:
    """Something happens in a group."""
    work = DEEDS.get(request.match_info["deed"])
    if work is None:
        raise NotPossible(404, f"In a group there can be: {', '.join(DEEDS)}.")
    chat_id = int(request.match_info["id"])
    return web.json_response(work(request.app[TELEGRAM], chat_id, await wishes(request)))


def add_routes(router: web.UrlDispatcher) -> None:
    """Open the doors of groups."""
    router.add_post("/sandbox/groups", new_group)
    router.add_post(r"/sandbox/groups/{id:-\d+}/{deed}", deed)
