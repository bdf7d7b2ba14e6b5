"""Methods that put something new in a chat."""

from typing import Any

from bot.sandbox.answers import Refusal, bad_request
from bot.sandbox.chats import RESTRICTED, Chat
from bot.sandbox.limits import BIGGEST_PHOTO, BIGGEST_UPLOAD, LONGEST_VCARD
from bot.sandbox.markup import Markup, parts, read_markup
from bot.sandbox.methods.topics import thread_to_write_in
from bot.sandbox.parameters import Parameters
from bot.sandbox.texts import caption, message_text
from bot.sandbox.topics import in_topic
from bot.sandbox.uploads import StoredFile, Upload
from bot.sandbox.world import Outcome, World, done, message_entry

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
PHOTO_SIDE = 90
SECONDS_OF_VOICE = 3  # nobody listens to it, so none is measured


def send_message(world: World, parameters: Parameters) -> Outcome:
    """A text."""
    chat = world.open_chat(parameters)
    text, entities = message_text(parameters, world.state.people)
    content: dict[str, Any] = {"text": text}
    if entities:
        content["entities"] = entities
    return _sent(world, parameters, chat, content)


def send_document(world: World, parameters: Parameters) -> Outcome:
    """A file."""
    chat = world.open_chat(parameters)
    stored, is_new = _file(world, parameters, "document")
    told = {**stored.facts, "file_name": stored.file_name, "mime_type": stored.mime_type}
    content = {"document": told, **caption(parameters, world.state.people)}
    return _sent(world, parameters, chat, content, stored if is_new else None)


def send_photo(world: World, parameters: Parameters) -> Outcome:
    """A picture."""
    chat = world.open_chat(parameters)
    stored, is_new = _file(world, parameters, "photo")
    if len(stored.data) > BIGGEST_PHOTO:
        raise bad_request("file is too big for a photo")
    size = {**stored.facts, "width": PHOTO_SIDE, "height": PHOTO_SIDE}
    content = {"photo": [size], **caption(parameters, world.state.people)}
    return _sent(world, parameters, chat, content, stored if is_new else None)


def send_voice(world: World, parameters: Parameters) -> Outcome:
    """A voice message."""
    chat = world.open_chat(parameters)
    stored, is_new = _file(world, parameters, "voice")
    told = {**stored.facts, "duration": SECONDS_OF_VOICE, "mime_type": stored.mime_type}
    content = {"voice": told, **caption(parameters, world.state.people)}
    return _sent(world, parameters, chat, content, stored if is_new else None)


def send_venue(world: World, parameters: Parameters) -> Outcome:
    """A place with a name and an address."""
    chat = world.open_chat(parameters)
    place = _place(parameters)
    for name in ("title", "address"):
        if not parameters.text(name).strip():
            raise bad_request(f"venue {name} must be non-empty")
    venue = {"location": place, "title": parameters.text("title").strip()}
    venue["address"] = parameters.text("address").strip()
    return _sent(world, parameters, chat, {"venue": venue, "location": place})


def send_contact(world: World, parameters: Parameters) -> Outcome:
    """A number with a name. Telegram takes any text for a number; phones show it with a plus."""
    chat = world.open_chat(parameters)
    contact = {name: _required(parameters, name) for name in ("phone_number", "first_name")}
    more = {name: parameters.text(name) for name in ("last_name", "vcard")}
    if len(more["vcard"].encode("utf-8", "surrogatepass")) > LONGEST_VCARD:
        raise bad_request("vCard is too long")
    contact |= {name: value for name, value in more.items() if value}
    return _sent(world, parameters, chat, {"contact": contact})


def _required(parameters: Parameters, name: str) -> str:
    if not parameters.text(name):
        raise bad_request(f'parameter "{name}" is required')
    return parameters.text(name)


def send_location(world: World, parameters: Parameters) -> Outcome:
    """A point on the map."""
    chat = world.open_chat(parameters)
    return _sent(world, parameters, chat, {"location": _place(parameters)})


def send_chat_action(world: World, parameters: Parameters) -> Outcome:
    """ "Typing…", for five seconds or until the next message."""
    chat = world.open_chat(parameters)
    if parameters.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return done({"what": "typing", "chat": chat.facts["id"]})


def _sent(
    world: World,
    parameters: Parameters,
    chat: Chat,
    content: dict[str, Any],
    new_file: StoredFile | None = None,
) -> Outcome:
    if chat.bot_status == RESTRICTED:
        raise bad_request("not enough rights to send text messages to the chat")
    under_message, under_chat = parts(read_markup(parameters))
    thread = in_topic(chat, thread_to_write_in(chat, parameters))
    content = {**content, **thread, **_reply(parameters, chat), **_flags(parameters)}
    if under_message is not None:
        content["reply_markup"] = under_message
    message = world.message(chat, world.me(), content)
    entry = message_entry(chat, "bot", message) | _keyboard(under_chat)
    return Outcome(message, (new_file.entry(), entry) if new_file else (entry,))


def _keyboard(markup: Markup | None) -> dict[str, Any]:
    return {} if markup is None else {"keyboard": markup}


def _flags(parameters: Parameters) -> dict[str, Any]:
    return {"has_protected_content": True} if parameters.flag("protect_content") else {}


def _reply(parameters: Parameters, chat: Chat) -> dict[str, Any]:
    """The message that is answered to, told without what it answered itself."""
    reply: Any = parameters.json("reply_parameters", "can't parse reply parameters JSON object")
    wanted = Parameters(reply if isinstance(reply, dict) else {})
    message_id = wanted.integer("message_id") or parameters.integer("reply_to_message_id")
    if not message_id:
        return {}
    kept = chat.find(message_id)
    if kept is not None:
        told = {key: value for key, value in kept.message.items() if key != "reply_to_message"}
        return {"reply_to_message": told}
    if wanted.flag("allow_sending_without_reply") or parameters.flag(
        "allow_sending_without_reply"
    ):
        return {}
    raise bad_request("message to be replied not found")


def _place(parameters: Parameters) -> dict[str, float]:
    latitude, longitude = parameters.number("latitude"), parameters.number("longitude")
    if latitude is None:
        raise bad_request("latitude is empty")
    if longitude is None:
        raise bad_request("longitude is empty")
    return {"latitude": latitude, "longitude": longitude}


def _file(world: World, parameters: Parameters, name: str) -> tuple[StoredFile, bool]:
    """The file to send, and whether it is new; an id sends one again."""
    upload = parameters.upload(name)
    if upload is not None:
        return world.store(f"{name}s", _checked(upload)), True
    if not parameters.text(name):
        raise bad_request(f"there is no {name} in the request")
    stored = world.state.files.get(parameters.text(name))
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored, False


def _checked(upload: Upload) -> Upload:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > BIGGEST_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    return upload
