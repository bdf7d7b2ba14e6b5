"""What people do together: groups, forums, channels, and the bot's place in them."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox import groups
from bot.sandbox.core import Core


class Gatherings(Core):
    """The side of the pretend Telegram where more than one person is."""

    def new_group(
        self,
        by: int,
        title: str,
        kind: str = "group",
        *,
        forum: bool = False,
        members: Sequence[int] = (),
    ) -> dict[str, Any]:
        """A person makes a group and lets the bot in: gives chat_id and update_id."""
        return self.do(groups.new_group(self.world, by, title, kind, forum=forum, members=members))

    def change_bot(self, by: int, chat: int, status: str) -> dict[str, Any]:
        """A person makes the bot "member", "administrator", "restricted", "left" or "kicked"."""
        return self.do(groups.change_bot(self.world, by, chat, status))

    def migrate(self, by: int, chat: int) -> dict[str, Any]:
        """A person makes a supergroup of a group: gives its new chat_id."""
        return self.do(groups.migrate(self.world, by, chat))

    def new_topic(self, by: int, chat: int, name: str) -> dict[str, Any]:
        """A person begins a topic in a forum: gives message_thread_id."""
        return self.do(groups.new_topic(self.world, by, chat, name))

    def change_topic(self, by: int, chat: int, thread: int, change: str) -> dict[str, Any]:
        """A person makes a topic "close", "reopen" or "delete"."""
        return self.do(groups.change_topic(self.world, by, chat, thread, change))

    def post_in_channel(self, chat: int, text: str) -> dict[str, Any]:
        """Something appears in a channel that the bot belongs to."""
        return self.do(groups.post_in_channel(self.world, chat, text))
