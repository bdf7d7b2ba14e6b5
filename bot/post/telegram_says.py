"""What Telegram's server says when it refuses, and what it means.

Texts are compared whole, or by their beginning where a tuple holds them.
"""

import re
from collections.abc import Mapping

UNREACHABLE: Mapping[str, str] = {
    "Forbidden: bot was blocked by the user": "blocked",
    "Forbidden: user is deactivated": "deactivated",
    "Forbidden: bot can't initiate conversation with a user": "not_started",
    "Forbidden: bot can't send messages to bots": "is_a_bot",
    "Forbidden: bot can't send messages to the user": "refused",
    "Bad Request: chat not found": "no_chat",
    "Bad Request: private chat not found": "no_chat",
    "Bad Request: user not found": "no_chat",
    "Bad Request: PEER_ID_INVALID": "no_chat",
    "Bad Request: USER_IS_BLOCKED": "blocked",
    "Bad Request: USER_IS_BOT": "is_a_bot",
    "Bad Request: INPUT_USER_DEACTIVATED": "deactivated",
}

AS_WANTED: tuple[str, ...] = (
    "Bad Request: message is not modified",
    "Bad Request: MESSAGE_NOT_MODIFIED",
    "Bad Request: query is too old",
    "Bad Request: QUERY_ID_INVALID",
    "Bad Request: message to delete not found",
)

OUT_OF_REACH: tuple[str, ...] = (
    "Bad Request: message to edit not found",
    "Bad Request: message can't be edited",
    "Bad Request: message can't be deleted",
    "Bad Request: message to be replied not found",
    "Bad Request: message to reply not found",
    "Bad Request: MESSAGE_ID_INVALID",
    "Bad Request: MESSAGE_EDIT_TIME_EXPIRED",
    "Bad Request: there is no text in the message to edit",
)

# The words would be taken, but not the names in them that lead to a chat, nor the addresses that
# buttons open. What is enclosed may be refused in any words.
ITS_FORM: tuple[str, ...] = (
    "Bad Request: inline keyboard button URL",
    "Bad Request: BUTTON_URL_INVALID",
    "Bad Request: can't parse entities",
    "Bad Request: can't parse MessageEntity",
    "Bad Request: ENTITY_",
    "Bad Request: ENTITIES_TOO_LONG",
)

# People are written to in their own chats only, so this says nothing about a person.
OF_A_GROUP: tuple[str, ...] = (
    "Forbidden: the group chat was deleted",
    "Forbidden: bot was kicked from the",
    "Forbidden: bot is not a member of the",
    "Bad Request: group chat was deactivated",
    "Bad Request: group chat was upgraded",
)

OUR_MISTAKE: tuple[str, ...] = (
    *OF_A_GROUP,
    *ITS_FORM,
    "Bad Request: can't parse reply keyboard markup",
    "Bad Request: can't parse inline keyboard button",
    "Bad Request: message is too long",
    "Bad Request: MESSAGE_TOO_LONG",
    "Bad Request: message text is empty",
    "Bad Request: text must be non-empty",
    "Bad Request: text must be encoded in UTF-8",
    "Bad Request: strings must be encoded in UTF-8",
    "Bad Request: BUTTON_DATA_INVALID",
    "Bad Request: BUTTON_TYPE_INVALID",
    "Bad Request: inline keyboard button",
    "Bad Request: text buttons are unallowed in the inline keyboard",
    "Bad Request: reply markup is too long",
    "Bad Request: REPLY_MARKUP_TOO_LONG",
    "Bad Request: message thread not found",
    "Bad Request: TOPIC_CLOSED",
    "Bad Request: TOPIC_DELETED",
    "Bad Request: not enough rights",
    "Bad Request: have no write access to the chat",
    "Bad Request: CHAT_WRITE_FORBIDDEN",
    "Bad Request: file must be non-empty",
    "Not Found: method not found",
    "Request Entity Too Large",
)

# A gateway between us and Telegram gave up; the message may have gone through before.
GATEWAY = re.compile(r"\b502\b|\b504\b|bad gateway|gateway time-?out", re.IGNORECASE)
NOT_TAKEN = re.compile(r"\b503\b|service (temporarily )?unavailable", re.IGNORECASE)
RETRY_AFTER = re.compile(r"retry after (\d+)", re.IGNORECASE)
