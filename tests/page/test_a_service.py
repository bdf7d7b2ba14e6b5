"""One who finds a service on the page, in a demo in which nobody has called a coach yet."""

import asyncio
import re

import pytest
from playwright.async_api import expect

from tests.page.conftest import Opener
from tests.page.phone import Phone

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_amir_calls_a_service_opens_its_website_and_takes_it_along_on_paper(
    open_page: Opener,
):
    page = await open_page()
    amir = Phone(page, 1, "fr")
    await amir.says("samusocial")
    await amir.taps("Appeler 0800 99 340")
    contact = amir.chat.locator(".attachment.contact").last
    await expect(contact).to_contain_text("Samusocial")
    number = contact.get_by_role("link", name="+3280099340")
    await expect(number).to_have_attribute("href", "tel:+3280099340")
    await amir.taps(amir.label("What do I say?"))
    await expect(amir.chat).to_contain_text("Bonjour. Je n'ai pas d'endroit où dormir cette nuit.")
    await amir.taps(amir.label("Another language"))
    await amir.taps("Tigrigna · ትግርኛ")
    await expect(amir.chat).to_contain_text("Je parle tigrigna.")
    website = amir.chat.get_by_role("link", name=amir.label("Website"), exact=True).last
    await expect(website).to_have_attribute("href", re.compile("^https://"))
    await expect(website).to_have_attribute("target", "_blank")
    await amir.taps(amir.label("On paper"))
    file = amir.chat.get_by_role("link", name="samusocial-bxl.pdf")
    async with page.expect_download() as download:
        await file.click()
    kept = await (await download.value).path()
    assert (await asyncio.to_thread(kept.read_bytes)).startswith(b"%PDF")
