"""Somebody who has only a keyboard, and sees where they are at every step."""

import re
from dataclasses import dataclass

from playwright.async_api import Page, expect

MOST_STEPS = 30
# Something is drawn around the focus or under it, and it is in sight.
IS_SEEN = """(node) => {
  const style = getComputedStyle(node);
  const { top, bottom, left, right, width } = node.getBoundingClientRect();
  const inSight = width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return inSight && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""
WHERE = re.compile(r'- (\w+)(?: "(.*?)")?(?: \[[\w=]+\])*(?::|$)')


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The keys of one person."""

    page: Page

    async def presses(self, key: str) -> None:
        """Press one key."""
        await self.page.keyboard.press(key)

    async def types(self, text: str) -> None:
        """Type where the focus is."""
        await self.page.keyboard.type(text)

    async def is_on(self, role: str, name: str) -> None:
        """The focus is on what has this role and name, or comes there."""
        place = self.page.get_by_role(role, name=name, exact=True)
        await expect(place.and_(self.page.locator(":focus"))).to_be_visible()

    async def goes_to(self, role: str, name: str) -> None:
        """Tab until there."""
        await self._walk("Tab", role, name)

    async def goes_back_to(self, role: str, name: str) -> None:
        """Shift and Tab until there."""
        await self._walk("Shift+Tab", role, name)

    async def steps(self, count: int) -> list[str]:
        """Where so many times Tab leads, in order."""
        return [await self._step("Tab") for _ in range(count)]

    async def _walk(self, key: str, role: str, name: str) -> None:
        passed = []
        while (here := await self._step(key)) != f"{role} {name}":
            passed.append(here)
            assert len(passed) < MOST_STEPS, f"No {role} {name!r} among {passed}"

    async def _step(self, key: str) -> str:
        """Press the key: what has the focus now, and it shows."""
        await self.presses(key)
        here = self.page.locator(":focus")
        tree = await here.aria_snapshot()
        found = WHERE.match(tree)
        assert found, tree
        assert await here.evaluate(IS_SEEN), f"Nobody sees that the focus is on {found[0]}"
        return f"{found[1]} {found[2]}"
