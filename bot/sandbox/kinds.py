"""What people send besides words: one example of each kind, as the Bot API tells it."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.answers import NotPossible
from bot.sandbox.state import Entry
from bot.sandbox.uploads import StoredFile, Upload
from bot.sandbox.world import World

# The smallest picture there is: one grey dot.
DOT = bytes.fromhex(
    "47494638396101000100800000808080ffffff21f90400000000002c00000000010001000002024401003b"
)
BRUSSELS = {"latitude": 50.8466, "longitude": 4.3528}
SOMEBODY_ELSE = {"phone_number": "+32470999999", "first_name": "Somebody", "last_name": "Else"}

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


FILES: dict[str, Callable[[World], tuple[Content, StoredFile]]] = {
    "photo": _photo,
    "voice": _of_file("voice.ogg", "voice", {"duration": 3, "mime_type": "audio/ogg"}),
    "audio": _of_file("song.mp3", "audio", {"duration": 3, "mime_type": "audio/mpeg"}),
    "video": _of_file("video.mp4", "video", {"duration": 3, "width": 1, "height": 1}),
    "video_note": _of_file("round.mp4", "video_note", {"duration": 3, "length": 1}),
    "animation": _of_file("moving.mp4", "animation", {"duration": 3, "width": 1, "height": 1}),
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
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "5000000000000000001",
            "question": "Shall we meet?",
            "options": [{"text": word, "voter_count": 0} for word in ("Yes", "No")],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
        }
    },
}
KINDS = (*FILES, *PLAIN)
WITH_CAPTION = {"photo", "voice", "audio", "video", "animation", "document"}


def example(world: World, kind: str) -> tuple[Content, tuple[Entry, ...]]:
    """The fields of such a message, and the entry of its file if it has one."""
    if kind in FILES:
        content, stored = FILES[kind](world)
        return content, (stored.entry(),)
    if kind in PLAIN:
        return dict(PLAIN[kind]), ()
    raise NotPossible(400, f"Nobody can send {kind!r}; kinds are: {', '.join(KINDS)}.")
