"""The control API: what people do, and what everybody can see. Documented in docs/sandbox.md."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox.answers import NotPossible
from bot.sandbox.telegram import Telegram
from bot.sandbox.views import person_view
from bot.sandbox.web.bodies import Wishes, wishes
from bot.sandbox.web.keys import TELEGRAM

Deed = Callable[[Telegram, int, Wishes], dict[str, Any]]

DEEDS: dict[str, Deed] = {
    "say": lambda t, who, w: t.say(
        who,
        w.text("text"),
        w.integer_or_none("chat"),
        w.integer_or_none("message_thread_id"),
        w.integer_or_none("reply_to_message_id"),
    ),
    "edit": lambda t, who, w: t.edit(who, w.integer("message_id"), w.text("text")),
    "tap": lambda t, who, w: t.tap(
        who,
        w.integer_or_none("message_id"),
        w.text("button"),
        forge=w.flag("forge"),
        chat=w.integer_or_none("chat"),
    ),
    "share_contact": lambda t, who, w: t.share_contact(who, w.integer_or_none("of")),
    "send": lambda t, who, w: t.send(
        who, w.text("kind"), w.text_or_none("caption"), w.integer_or_none("reply_to_message_id")
    ),
    "block": lambda t, who, _: t.block(who),
    "unblock": lambda t, who, _: t.unblock(who),
}
CAST_VIEW = ("id", "name", "first_name", "language_code", "role")


async def new_person(request: web.Request) -> web.StreamResponse:
    """Somebody new with a phone."""
    wanted = await wishes(request)
    person = request.app[TELEGRAM].add_person(
        wanted.text("first_name"),
        wanted.text_or_none("last_name"),
        wanted.text_or_none("language_code"),
        id=wanted.integer_or_none("id"),
        role=wanted.text_or_none("role"),
        username=wanted.text_or_none("username"),
    )
    return web.json_response(person_view(person))


async def people(request: web.Request) -> web.StreamResponse:
    """Everybody with a phone."""
    everybody = request.app[TELEGRAM].state.people.values()
    return web.json_response({"people": [person_view(person) for person in everybody]})


async def cast(request: web.Request) -> web.StreamResponse:
    """The sample people: those who were given a role."""
    everybody = [person_view(one) for one in request.app[TELEGRAM].state.people.values()]
    told = [{name: one[name] for name in CAST_VIEW} for one in everybody if one["role"]]
    return web.json_response({"people": told})


async def deed(request: web.Request) -> web.StreamResponse:
    """A person does something."""
    work = DEEDS.get(request.match_info["deed"])
    if work is None:
        raise NotPossible(404, f"People can: {', '.join(DEEDS)}.")
    wanted = await wishes(request)
    result = work(request.app[TELEGRAM], int(request.match_info["id"]), wanted)
    return web.json_response(result)


async def chat(request: web.Request) -> web.StreamResponse:
    """A chat as its person sees it."""
    with_deleted = request.query.get("deleted") == "1"
    chat_id = int(request.match_info["id"])
    return web.json_response(request.app[TELEGRAM].chat_view(chat_id, with_deleted=with_deleted))


async def stored_file(request: web.Request) -> web.StreamResponse:
    """The bytes of a file, for the page."""
    stored = request.app[TELEGRAM].state.files.get(request.match_info["file_id"])
    if stored is None:
        raise NotPossible(404, "There is no such file.")
    name = stored.file_name.replace('"', "").encode("ascii", "replace").decode()
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=stored.data, content_type=stored.mime_type, headers=headers)


async def journal(request: web.Request) -> web.StreamResponse:
    """Everything that happened, or everything after a number."""
    try:
        after = int(request.query.get("after", "0"))
    except ValueError as error:
        raise NotPossible(400, "`after` is the number of an entry.") from error
    return web.json_response({"entries": request.app[TELEGRAM].journal.after(after)})


def add_routes(router: web.UrlDispatcher) -> None:
    """Open the doors of people and chats; clock, dials and events have their own."""
    router.add_post("/sandbox/people", new_person)
    router.add_get("/sandbox/people", people)
    router.add_get("/sandbox/cast", cast)
    router.add_post(r"/sandbox/people/{id:\d+}/{deed}", deed)
    router.add_get(r"/sandbox/chats/{id:-?\d+}", chat)
    router.add_get("/sandbox/files/{file_id}", stored_file)
    router.add_get("/sandbox/journal", journal)
