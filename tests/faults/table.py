"""Everything that Telegram, or the line to it, is known to do wrong, by name, and how it ends.

A row strikes before Telegram does what it was asked; where ``after`` is true it may strike after
that too, so that the work is done and only the answer is lost.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class End(StrEnum):
    """How a letter ends that meets a fault once."""

    ARRIVES = "it arrives: once, or twice if we could not know"
    AT_ONCE = "it arrives at once, in another form"
    WAITS = "it waits as long as Telegram asks, at most an hour, and arrives once"
    SET_ASIDE = "it is kept and reported, the coach hears it, the person stays within reach"
    OUT_OF_REACH = "the person is out of reach, and the coach is told once"
    STOPS = "the bot stops; the letter waits in the outbox"
    IS_DONE = "it is as we want it"


class Heard(StrEnum):
    """How polling goes on after a fault; the update is stored once in every case."""

    AFTER_BACK_OFF = "it asks again after a second or less"
    AFTER_CONFLICT = "it asks again after five seconds"
    AS_ASKED = "it asks again after the seconds that Telegram asks for, one to sixty"


@dataclass(frozen=True, slots=True)
class Named:
    """A fault: what is answered, how often, and what must come of it."""

    name: str
    answer: dict[str, Any]
    end: End | Heard
    seconds: float = 0.0
    times: int = 1
    after: bool = False

    def __str__(self) -> str:
        return self.name


def says(code: int, description: str | None, **parameters: Any) -> dict[str, Any]:
    """An answer in Telegram's own form."""
    body: dict[str, Any] = {"ok": False, "error_code": code}
    body |= {"description": description} if description is not None else {}
    return {"status": code, "body": body | ({"parameters": parameters} if parameters else {})}


def page(status: int, title: str) -> dict[str, Any]:
    """The page of a gateway."""
    return {"status": status, "body": f"<html><h1>{status} {title}</h1><hr>nginx</html>"}


def waits(asked: object) -> dict[str, Any]:
    return says(429, f"Too Many Requests: retry after {asked}", retry_after=asked)


BROKEN_ANSWERS: dict[str, dict[str, Any]] = {
    "the line is cut": {"status": 0},
    "an empty answer": {"status": 200, "body": ""},
    "half an answer": {"status": 200, "body": '{"ok": true, "resu'},
    "an answer without a result": {"status": 200, "body": {"ok": True}},
    "an answer that is no text": {"status": 200, "body": "\udcff\udcfe{"},
    "an answer of ten megabytes": {"status": 200, "body": "x" * 10_000_000},
    "a list instead of an answer": {"status": 200, "body": "[]"},
    "an error without words": says(500, None),
    "a gateway gives up": page(502, "Bad Gateway"),
    "a gateway is closed": page(503, "Service Temporarily Unavailable"),
    "a gateway waits too long": page(504, "Gateway Time-out"),
    "Telegram restarts": says(500, "Internal Server Error: restart"),
}
UNREADABLE_FORM = (
    'Unsupported start tag "3" at byte offset 52',
    "Unclosed start tag at byte offset 5",
    'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"',
    "Unexpected end tag at byte offset 5",
    "Can't find end of the entity starting at byte offset 5",
)
OUT_OF_REACH = (
    (403, "Forbidden: bot was blocked by the user"),
    (403, "Forbidden: user is deactivated"),
    (403, "Forbidden: bot can't initiate conversation with a user"),
    (400, "Bad Request: chat not found"),
    (400, "Bad Request: private chat not found"),
)
ABOUT_A_GROUP = (
    (403, "Forbidden: the group chat was deleted"),
    (403, "Forbidden: bot was kicked from the group chat"),
    (403, "Forbidden: bot was kicked from the supergroup chat"),
    (403, "Forbidden: bot is not a member of the supergroup chat"),
    (400, "Bad Request: message thread not found"),
    (400, "Bad Request: TOPIC_CLOSED"),
    (400, "Bad Request: not enough rights to send text messages to the chat"),
    (400, "Bad Request: have no write access to the chat"),
)
OUR_MISTAKE = (
    (400, "Bad Request: message is too long"),
    (400, "Bad Request: message text is empty"),
    (400, "Bad Request: BUTTON_DATA_INVALID"),
    (400, "Bad Request: reply markup is too long"),
    (404, "Not Found: method not found"),
    (413, "Request Entity Too Large"),
)
NEVER_HEARD = (
    (400, "Bad Request: FOO_BAR_INVALID"),
    (403, "Forbidden: something new"),
    (406, "Not Acceptable: UPDATE_APP_TO_LOGIN"),
    (400, None),
)
MOVED = says(
    400, "Bad Request: group chat was upgraded to a supergroup chat",
    migrate_to_chat_id=-1001557912345,
)  # fmt: skip

SENDING: tuple[Named, ...] = (
    *(Named(name, answer, End.ARRIVES, after=True) for name, answer in BROKEN_ANSWERS.items()),
    Named("an answer that comes late", {"delay_s": 0.05}, End.ARRIVES),
    Named("an unknown refusal, once", says(400, "Bad Request: FOO"), End.ARRIVES),
    Named("no message to reply to", says(400, "Bad Request: message to be replied not found"),
          End.ARRIVES),
    *(Named(f"cannot parse: {text}", says(400, f"Bad Request: can't parse entities: {text}"),
            End.AT_ONCE) for text in UNREADABLE_FORM),
    Named("names out of bounds", says(400, "Bad Request: ENTITY_BOUNDS_INVALID"), End.AT_ONCE),
    *(Named(f"wait {asked!r}", waits(asked), End.WAITS, seconds)
      for asked, seconds in ((1, 1), (35, 35), (300, 300), (3600, 3600), ("35", 35), (0, 1))),
    Named("wait a day", waits(86_400), End.WAITS, 3600),
    Named("wait, in words only", says(429, "Too Many Requests: retry after 60"), End.WAITS, 60),
    Named("wait, without a number", says(429, "Too Many Requests"), End.WAITS, 1),
    Named("wait, told late", waits(60) | {"delay_s": 0.05}, End.WAITS, 60),
    *(Named(text, says(code, text), End.OUT_OF_REACH) for code, text in OUT_OF_REACH),
    *(Named(text, says(code, text), End.SET_ASIDE) for code, text in ABOUT_A_GROUP),
    Named("a group moved", MOVED, End.SET_ASIDE),
    *(Named(text, says(code, text), End.SET_ASIDE) for code, text in OUR_MISTAKE),
    *(Named(f"three times: {text}", says(code, text), End.SET_ASIDE, times=3)
      for code, text in NEVER_HEARD),
    Named("the token is refused", says(401, "Unauthorized"), End.STOPS),
    Named("the token is no token", says(404, "Not Found"), End.STOPS),
)  # fmt: skip

CHANGING: tuple[Named, ...] = (
    *(Named(name, answer, End.ARRIVES, after=True) for name, answer in BROKEN_ANSWERS.items()
      if "ten megabytes" not in name),
    Named("nothing changes", says(
        400, "Bad Request: message is not modified: specified new message content and reply "
        "markup are exactly the same as a current content and reply markup of the message",
    ), End.IS_DONE),
    *(Named(text, says(400, f"Bad Request: {text}"), End.AT_ONCE)
      for text in ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")),
    Named("wait 35", waits(35), End.WAITS, 35),
)  # fmt: skip

ANOTHER_POLLS = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)
WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
    "the webhook first"
)
POLLING: tuple[Named, ...] = (
    Named("another one polls", says(409, ANOTHER_POLLS), Heard.AFTER_CONFLICT, 5),
    Named("a webhook is set", says(409, WEBHOOK_IS_SET), Heard.AFTER_CONFLICT, 5),
    Named("a webhook is being set", says(409, "Conflict: terminated by setWebhook request"),
          Heard.AFTER_CONFLICT, 5),
    *(Named(f"wait {asked!r}", waits(asked), Heard.AS_ASKED, seconds)
      for asked, seconds in ((5, 5), (35, 35), ("35", 35), (0, 1), (86_400, 60))),
    Named("wait, without a number", says(429, "Too Many Requests"), Heard.AFTER_BACK_OFF),
    Named("wait, a word for a number", waits("soon"), Heard.AFTER_BACK_OFF),
    Named("the token is refused once", says(401, "Unauthorized"), Heard.AFTER_BACK_OFF),
    Named("not found once", says(404, "Not Found"), Heard.AFTER_BACK_OFF),
    Named("an unknown refusal", says(400, "Bad Request: FOO"), Heard.AFTER_BACK_OFF),
    *(Named(name, answer, Heard.AFTER_BACK_OFF, after=True)
      for name, answer in BROKEN_ANSWERS.items()),
    Named("updates that are none", {"status": 200, "body": {"ok": True, "result": ["junk", 7]}},
          Heard.AFTER_BACK_OFF, after=True),
    Named("one update instead of a list", {"status": 200, "body": {"ok": True, "result": {}}},
          Heard.AFTER_BACK_OFF, after=True),
)  # fmt: skip
