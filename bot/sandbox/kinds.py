"""What people send besides words: one example of each kind, as the Bot API tells it."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.answers import NotPossible
from bot.sandbox.chats import Chat
from bot.sandbox.state import Entry
from bot.sandbox.uploads import StoredFile, Upload
from bot.sandbox.world import World

# The smallest picture there is: one grey dot.
DOT = bytes.fromhex(
    "47494638396101000100800000808080ffffff21f90400000000002c00000000010001000002024401003b"
)
BRUSSELS = {"latitude": 50.8466, "longitude": 4.3528}
SOMEBODY_ELSE = {"phone_number": "+32470999999", "first_name": "Somebody", "last_name": "Else"}

QUOTED = "reply_to_message"
NOT_TOLD_TWICE = {QUOTED, "pinned_message"}

Content = dict[str, Any]


def _of_file(
    name: str, field: str, more: Content
) -> Callable[[World], tuple[Content, StoredFile]]:
    def make(world: World) -> tuple[Content, StoredFile]:
        stored = world.store(f"{field}s", Upload(name, DOT))
        return {field: {**stored.facts, **more}}, stored

    return make


def _photo(world: World) -> tuple[Content, StoredFile]:
    stored = world.store("photos", Upload("photo.gif", DOT))
    return {"photo": [{**stored.facts, "width": 1, "height": 1}]}, stored


def _game(world: World) -> tuple[Content, StoredFile]:
    photo, stored = _photo(world)
    return {"game": {"title": "Memory", "description": "Find two alike", **photo}}, stored


def album(world: World, caption: str | None) -> tuple[list[Content], tuple[Entry, ...]]:
    """The fields of each message of an album, and the entry of the photo they all show."""
    content, stored = _photo(world)
    name = f"{world.state.first_update}{len(world.state.files):07d}"
    each = {**content, ALBUM: name}
    first = {**each, "caption": caption} if caption else each
    return [first, *[dict(each) for _ in range(PHOTOS_IN_AN_ALBUM - 1)]], (stored.entry(),)


FILES: dict[str, Callable[[World], tuple[Content, StoredFile]]] = {
    "photo": _photo,
    "voice": _of_file("voice.ogg", "voice", {"duration": 3, "mime_type": "audio/ogg"}),
    "audio": _of_file("song.mp3", "audio", {"duration": 3, "mime_type": "audio/mpeg"}),
    "video": _of_file("video.mp4", "video", {"duration": 3, "width": 1, "height": 1}),
    "video_note": _of_file("round.mp4", "video_note", {"duration": 3, "length": 1}),
    "animation": _of_file("moving.mp4", "animation", {"duration": 3, "width": 1, "height": 1}),
    "game": _game,
    "document": _of_file(
        "letter.pdf", "document", {"file_name": "letter.pdf", "mime_type": "application/pdf"}
    ),
    "sticker": _of_file(
        "sticker.webp",
        "sticker",
        {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        },
    ),
}

PLAIN: dict[str, Content] = {
    "location": {"location": BRUSSELS},
    "live_location": {"location": {**BRUSSELS, "live_period": 900}},
    "venue": {
        "location": BRUSSELS,
        "venue": {"location": BRUSSELS, "title": "Library", "address": "Muntplein 6, Brussels"},
    },
    "contact": {"contact": SOMEBODY_ELSE},
    "invoice": {
        "invoice": {
            "title": "Tea",
            "description": "Two cups",
            "start_parameter": "tea",
            "currency": "EUR",
            "total_amount": 500,
        }
    },
    "web_app_data": {"web_app_data": {"data": '{"answer": 1}', "button_text": "Open the form"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "5000000000000000001",
            "question": "Shall we meet?",
            "options": [
                {"persistent_id": word.lower(), "text": word, "voter_count": 0}
                for word in ("Yes", "No")
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    },
}
CHANNEL = {"id": -1001000000001, "type": "channel", "title": "News of the neighbourhood"}
# Kinds that tell of a moment, or of a message that was there before.
ABOUT: dict[str, Callable[[World, Chat], Content]] = {
    "story": lambda _, chat: {"story": {"chat": chat.facts, "id": 1}},
    "reply_to_story": lambda _, chat: {
        "text": "Wow!",
        "reply_to_story": {"chat": chat.facts, "id": 1},
    },
    "giveaway": lambda world, _: {
        "giveaway": {
            "chats": [CHANNEL],
            "winners_selection_date": world.seconds + 86_400,
            "winner_count": 1,
        }
    },
    "forward_origin": lambda world, _: {
        "text": "Passed on from somebody",
        "forward_origin": {
            "type": "hidden_user",
            "date": world.seconds - 60,
            "sender_user_name": "Somebody",
        },
    },
    "quote": lambda _, chat: {
        "text": "I mean this",
        "quote": {"text": "this", "position": 0, "is_manual": True},
        **_earlier(chat, "reply_to_message"),
    },
    "pinned_message": lambda _, chat: _earlier(chat, "pinned_message"),
}
ALBUM = "media_group_id"
KINDS = (*FILES, *PLAIN, *ABOUT, ALBUM)
WITH_CAPTION = {"photo", "voice", "audio", "video", "animation", "document", ALBUM}
PHOTOS_IN_AN_ALBUM = 10


def _earlier(chat: Chat, field: str) -> Content:
    """The last message of the chat; one that cannot be seen any more when there is none."""
    seen = [kept.message for kept in chat.messages.values() if not kept.deleted]
    if not seen:
        return {field: {"chat": chat.facts, "message_id": 1, "date": 0}} if field != QUOTED else {}
    told = {key: value for key, value in seen[-1].items() if key not in NOT_TOLD_TWICE}
    return {field: told}


def example(world: World, kind: str, chat: Chat) -> tuple[Content, tuple[Entry, ...]]:
    """The fields of such a message, and the entry of its file if it has one."""
    if kind in FILES:
        content, stored = FILES[kind](world)
        return content, (stored.entry(),)
    if kind in PLAIN:
        return dict(PLAIN[kind]), ()
    if kind in ABOUT:
        return ABOUT[kind](world, chat), ()
    raise NotPossible(400, f"Nobody can send {kind!r}; kinds are: {', '.join(KINDS)}.")
