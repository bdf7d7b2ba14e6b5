"""What axe-core finds on the page, what a narrow screen shows, and where the keyboard leads."""

from collections.abc import Awaitable, Callable
from urllib.parse import urljoin

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot.sandbox.cast import AMIR
from tests.page.conftest import Opener
from tests.page.keyboard import Keyboard
from tests.page.phone import Phone

pytestmark = pytest.mark.asyncio(loop_scope="package")

NARROW = 320  # pixels
LOOKS = tuple((scheme, width) for scheme in ("light", "dark") for width in (1400, 768, NARROW))
# The words of what sticks out to the side; what only a screen reader finds is left out.
OUT_OF_SIGHT = """() => [...document.querySelectorAll("button, a, input, select, textarea, p")]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).clipPath === "none")
  .filter((node) => !node.closest(".title, .unseen, .skip"))
  .filter((node) => {
    const { left, right } = node.getBoundingClientRect();
    return left < 0 || right > innerWidth;
  })
  .map((node) => node.textContent || node.placeholder)
  .concat(document.documentElement.scrollWidth > innerWidth ? ["the whole page"] : [])"""


async def chats(page: Page) -> None:
    """Three people, and what the bot told each of them."""


async def new_person(page: Page) -> None:
    """The question who is new."""
    await page.get_by_role("button", name="New person… for phone 1").click()
    await expect(page.get_by_role("dialog", name="New person")).to_be_visible()


async def commands(page: Page) -> None:
    """What the bot understands, as a list."""
    await page.get_by_role("button", name="Commands").first.click()
    await expect(page.get_by_role("button", name="/coach Parler")).to_be_visible()


async def one_menu(page: Page) -> None:
    """What else a phone can do, as a list."""
    await page.get_by_role("button", name="What else this phone can do").first.click()
    await expect(page.get_by_role("button", name="Send a photo")).to_be_visible()


async def no_words_yet(page: Page) -> None:
    """Somebody who has never spoken to the bot."""
    who = page.get_by_label("Who holds phone 1")
    await who.select_option("Samuel Tesfay · new to the bot, English")
    await expect(page.get_by_role("button", name="Start")).to_be_visible()


async def nobody(page: Page) -> None:
    """A sandbox without people."""
    await page.route("**/sandbox/people", lambda route: route.fulfill(json={"people": []}))
    await page.goto(page.url)
    await expect(page.get_by_text("Nobody in this sandbox has a phone yet.")).to_be_visible()


async def no_line(page: Page) -> None:
    """A page whose sandbox has gone."""
    await page.route("**/sandbox/**", lambda route: route.abort())
    await page.goto(page.url)
    await expect(page.get_by_text("Connection lost, trying again…")).to_be_visible()


State = Callable[[Page], Awaitable[None]]
STATES: tuple[State, ...] = (chats, new_person, commands, one_menu, no_words_yet, nobody, no_line)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
async def test_nothing_stands_in_anybodys_way(open_page: Opener, state: State):
    page = await open_page()
    await state(page)
    for scheme, width in LOOKS if state is chats else LOOKS[::5]:
        await page.emulate_media(color_scheme=scheme)
        await page.set_viewport_size({"width": width, "height": 900})
        assert await found_by_axe(page) == [], f"{scheme}, {width} pixels wide"
    assert await page.evaluate(OUT_OF_SIGHT) == []


async def found_by_axe(page: Page) -> list[str]:
    """A line for each thing that axe-core would have mended."""
    found = await Axe().run(page)
    return [
        f"{one['impact']}: {one['help']}: {node['html']}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


async def test_everything_works_on_a_narrow_phone_in_landscape_or_enlarged(open_page: Opener):
    page = await open_page(width=NARROW, height=256)
    rita = Phone(page, 2, "nl")
    await page.get_by_role("button", name="Rita").click()
    await rita.taps(rita.label("Menu"))
    await expect(rita.key(rita.label("My answers"))).to_be_visible()
    await rita.says("Goedemorgen" * 20)
    await expect(rita.chat.get_by_text("GoedemorgenGoedemorgen")).to_be_visible()
    assert await page.evaluate(OUT_OF_SIGHT) == []


async def test_tab_leads_through_the_page_as_it_is_read(open_page: Opener):
    page = await open_page()
    way = await Keyboard(page).steps(16)
    assert way == [
        "link Skip to the phones",
        "button +1 hour",
        "button +1 day",
        "button Next check-in",
        "combobox Who holds phone 1",
        "button New person… for phone 1",
        "button What else this phone can do",
        "log Chat of Amir Haddad",
        "button Prévoir une rencontre",
        "button Question de la semaine",
        "button Notre convention",
        "button Mon coach",
        "button Menu",
        "button Commands",
        "textbox Message as Amir Haddad",
        "button Send",
    ]


async def test_a_message_that_comes_leaves_the_keyboard_where_it_is(open_page: Opener):
    page = await open_page()
    amir, keys = Phone(page, 1, "fr"), Keyboard(page)
    await keys.goes_to("button", "Mon coach")
    said = await page.request.post(
        urljoin(page.url, f"sandbox/people/{AMIR.id}/say"), data={"text": "/menu"}
    )
    assert said.ok
    await expect(amir.key(amir.label("My answers"))).to_be_visible()
    await keys.is_on("button", "Mon coach")
