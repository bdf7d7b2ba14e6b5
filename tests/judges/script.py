"""One conversation, told once: what both bots say, and what Fatima does on her phone."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import Telegram
from bot.sandbox.cast import FATIMA
from tests.patience import until

TOKEN = "1000001:pretend-token-for-the-judges"
SECRET = "a-secret_of-the-webhook-that-nobody-can-guess"
PATH = "/telegram"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
PATIENCE_S = 60
GLANCE_S = 0.005

COMMANDS = {"start": "Commencer", "aide": "De l'aide"}
DESCRIPTION = "Un essai à deux voix."
HELLO = (
    "<b>Bonjour &amp; <i>bienvenue</i></b> 👋 {}\n"
    '<a href="https://example.org/?a=1&amp;b=2">Le programme</a>, /aide, @duobot_demo_bot\n'
    '<pre><code class="language-python">1 &lt; 2</code></pre>'
    "<blockquote expandable>Un\ndeux\ntrois</blockquote><tg-spoiler>Secret</tg-spoiler>"
)
YES, NO, SITE = ("Oui", "yes"), ("Non", "no"), ("Le site", "https://example.org/")
THANKS = "Merci"
WELL = "<u>Bien</u>, <s>non</s> <code>oui</code>."
NUMBER = "Votre numéro ?"
KEY = "Mon numéro"
HINT = "Touchez le bouton"
OWN, OF_ANOTHER = "C'est le vôtre.", "C'est celui d'un autre."
FILE = "photo.gif"
CHANGED = "Vous avez corrigé : {}"


def plain(words: str) -> str:
    """Telegram's words for a refusal; one library takes off how they begin, and the capitals."""
    return words.lower().removeprefix("bad request: ")


@dataclass(slots=True)
class Diary:
    """What a bot noticed and the chat does not show."""

    lines: list[str] = field(default_factory=list)

    def refused(self, words: str) -> None:
        """Telegram said no."""
        self.lines.append(plain(words))


@dataclass(frozen=True, slots=True)
class Phone:
    """Fatima's phone, and a look into the bot's diary."""

    telegram: Telegram
    diary: Diary

    async def lives(self) -> dict[str, Any]:
        """Start, tap, share, send, correct and leave; gives all that there is to see."""
        self.telegram.say(FATIMA.id, "/start duo-1")
        await self.shows(2)
        self.telegram.tap(FATIMA.id, 2, YES[0])
        await self.shows(3)
        self.telegram.tap(FATIMA.id, None, KEY)
        await self.shows(5)
        self.telegram.send(FATIMA.id, "photo", "Ma <photo> /aide")
        await self.shows(7)
        self.telegram.edit(FATIMA.id, 1, "/start duo-2")
        await self.shows(8)
        self.telegram.block(FATIMA.id)
        await until(lambda: len(self.diary.lines) == 3, PATIENCE_S, GLANCE_S)
        seen = self.telegram.chat_view(FATIMA.id, with_deleted=True)
        return seen | {"diary": self.diary.lines}

    async def shows(self, count: int) -> None:
        """Wait for so many messages, and for an answer to each tap."""
        await until(lambda: self._has(count), PATIENCE_S, GLANCE_S)

    def _has(self, count: int) -> bool:
        view = self.telegram.chat_view(FATIMA.id)
        return len(view["messages"]) >= count and not view["unanswered"]
