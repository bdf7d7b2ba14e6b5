"""Every number that Telegram enforces, in one place, each with where it comes from.

Names in brackets are those of python-telegram-bot's `telegram.constants`, which a test compares.
"Server" is Telegram's own Bot API server, whose source is public (tdlib/telegram-bot-api), or the
library under it (tdlib/td). Characters are Unicode characters after entities are parsed; bytes are
of UTF-8; times are seconds.
"""

from datetime import timedelta

# Texts (Bot API: sendMessage, send*, answerCallbackQuery, InlineKeyboardButton).
LONGEST_TEXT = 4096  # [MessageLimit.MAX_TEXT_LENGTH]
LONGEST_CAPTION = 1024  # [MessageLimit.CAPTION_LENGTH]
MOST_ENTITIES = 100  # [MessageLimit.MESSAGE_ENTITIES]: those after it are dropped
LONGEST_TOAST = 200  # [CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH]

# Buttons. The Bot API counts callback_data in bytes; the other two are seen at the server.
LONGEST_DATA = 64  # [InlineKeyboardButtonLimit.MAX_CALLBACK_DATA]
LONGEST_COPIED_TEXT = 256  # [InlineKeyboardButtonLimit.MAX_COPY_TEXT]
LONGEST_PLACEHOLDER = 64  # [ReplyLimit.MAX_INPUT_FIELD_PLACEHOLDER]
MOST_BUTTONS = 100  # [InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER]
MOST_BYTES_OF_MARKUP = 10_240

# Files (Bot API: "Sending files" and getFile).
BIGGEST_UPLOAD = 50 * 1024 * 1024  # [FileSizeLimit.FILESIZE_UPLOAD], there in thousands
BIGGEST_DOWNLOAD = 20 * 1024 * 1024  # [FileSizeLimit.FILESIZE_DOWNLOAD], there in thousands
BIGGEST_PHOTO = 10 * 1024 * 1024  # [FileSizeLimit.PHOTOSIZE_UPLOAD], there in thousands

# The bot's own texts (Bot API: setMyCommands, setMyName, setMyDescription).
MOST_COMMANDS = 100  # [BotCommandLimit.MAX_COMMAND_NUMBER]
LONGEST_COMMAND = 32  # [BotCommandLimit.MAX_COMMAND]
LONGEST_COMMAND_DESCRIPTION = 256  # [BotCommandLimit.MAX_DESCRIPTION]
LONGEST_NAME = 64  # [BotNameLimit.MAX_NAME_LENGTH]
LONGEST_DESCRIPTION = 512  # [BotDescriptionLimit.MAX_DESCRIPTION_LENGTH]
LONGEST_SHORT_DESCRIPTION = 120  # [BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH]

# Contacts (Bot API: sendContact).
LONGEST_VCARD = 2048  # [ContactLimit.VCARD]: bytes

# Topics of a forum (Bot API: createForumTopic).
LONGEST_TOPIC_NAME = 128  # [ForumTopicLimit.MAX_NAME_LENGTH]
TOPIC_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)

# How fast a bot may send (Bot FAQ, "My bot is hitting limits"; exact limits are not published).
PER_SECOND = 30  # [FloodLimit.MESSAGES_PER_SECOND]
PER_SECOND_IN_A_CHAT = 1  # [FloodLimit.MESSAGES_PER_SECOND_PER_CHAT]
PER_MINUTE_IN_A_GROUP = 20  # [FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP]
# "We may allow short bursts that go over this limit": so many at once to a chat that was quiet.
BURST_IN_A_CHAT = 3

# getUpdates (server: Client.cpp, process_get_updates_query and fail_query_conflict).
MOST_AT_ONCE = 100  # [PollingLimit.MAX_LIMIT]
FEWEST_AT_ONCE = 1  # [PollingLimit.MIN_LIMIT]
LONGEST_WAIT_S = 50
FAR_AHEAD = 10  # an offset further ahead than this is taken for a mistake, and confirms nothing
HASTY_S = 0.5  # the same offset again within this: one update
IMPATIENT_S = 3  # the same offset again within this: it waits as long
CONFLICT_PAUSE_S = 3.0  # a conflict so soon after another is answered so much later

# How long an update waits for the bot (server: Client.cpp, add_update; Bot API: "24 hours").
LIFE_S = {
    "inline_query": 30,
    "callback_query": 150,
    "shipping_query": 150,
    "pre_checkout_query": 150,
    "chosen_inline_result": 600,
}
LIFE_OF_OTHERS_S = 86_400
# Kinds that come only when they are asked for (Bot API: getUpdates, allowed_updates).
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

# Webhooks (Bot API: setWebhook; server: WebhookActor.cpp).
MOST_CONNECTIONS = 100  # [WebhookLimit.MAX_CONNECTIONS_LIMIT]
FEWEST_CONNECTIONS = 1  # [WebhookLimit.MIN_CONNECTIONS_LIMIT]
USUAL_CONNECTIONS = 40
LONGEST_SECRET = 256  # [WebhookLimit.MAX_SECRET_TOKEN_LENGTH]
ANSWER_WITHIN_S = 60.0
LONGEST_PAUSE_S = 60  # the longest pause between two tries is drawn between this and twice this
LONGEST_RETRY_AFTER_S = 3_600
GONE = 410  # the status that says so: nobody lives there any more
GONE_FOR = timedelta(hours=23)  # so long nothing but 410: the webhook is closed
SET_WEBHOOK_EVERY_S = 1.0

# Changing and deleting (Bot API: deleteMessage, answerCallbackQuery).
DELETABLE_FOR = timedelta(hours=48)
DICE_KEPT_FOR = timedelta(hours=24)
QUERY_LIFETIME = timedelta(seconds=150)
MOST_DELETED_AT_ONCE = 100  # [BulkRequestLimit.MAX_LIMIT]
