"""One phone on the page, found as a person finds it: by what its parts are called."""

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices.notice import Notice
from bot.settings import load_programme

SPEECH = load_speech()
PROGRAMME = load_programme("duo")


@dataclass(frozen=True, slots=True)
class Phone:
    """The phone with this number, held by somebody who reads this language."""

    page: Page
    number: int
    language: str

    @property
    def whole(self) -> Locator:
        """The phone and the choice of who holds it."""
        return self.page.get_by_role("region", name=re.compile(f"^Phone {self.number}: "))

    @property
    def chat(self) -> Locator:
        """What has been said."""
        return self.whole.get_by_role("log")

    @property
    def field(self) -> Locator:
        """Where is written."""
        return self.whole.get_by_role("textbox")

    def label(self, english: str) -> str:
        """What a button is called on this phone."""
        return SPEECH[self.language].button(english)

    def words(self, notice: Notice) -> str:
        """What the bot says on this phone."""
        return put_into_words(notice, SPEECH[self.language], PROGRAMME).text

    def key(self, name: str) -> Locator:
        """The newest button with this name in the chat."""
        return self.chat.get_by_role("button", name=name, exact=True).last

    async def reads(self, notice: Notice) -> None:
        """Wait until this stands in the chat."""
        await expect(self.chat).to_contain_text(self.words(notice))

    async def is_asked_about(self, partner: str) -> None:
        """Reads the question of the week, in one of its wordings."""
        await expect(self.key(self.label("Yes, we met"))).to_be_attached()
        await expect(self.chat).to_contain_text(partner)

    async def taps(self, name: str) -> None:
        """Click the newest button with this name."""
        await self.key(name).click()

    async def says(self, text: str) -> None:
        """Write in the field and click beside it."""
        await self.field.fill(text)
        await self.whole.get_by_role("button", name="Send").click()
        await expect(self.field).to_have_value("")
