"""People do whatever they like, in any order, and the house stays in order.

Each example is a few weeks in the life of a programme. ``--hypothesis-profile=long`` lives many.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

from hypothesis import HealthCheck, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import update
from structlog.testing import capture_logs

from bot.actions.convention.sample_duos import form_sample_duo
from storage.tables import PersonRow
from tests.handlers.arrivals import labels_of
from tests.handlers.bad_inputs import NO_BUTTON, ODD_FIELDS, ODD_TEXTS
from tests.handlers.lives import NAMES, Life, begin, look
from tests.profiles import examples

WORDS = ["/start", "/help", "/menu", "/coach", "/stop", "/resume", "/back", "/answers",
         "/language", "/privacy", "/people", "/duos", "/cases", "/nothing", "yes", "nee", "oui",
         "1999", "1950", "2020", "Ghent", "Bruxelles", "Anvers", "nowhere", "Karim", "mentor",
         "mentee", "Nederlands"]  # fmt: skip
DOORS = ["s:sireas:housing.rent:bru", "la:o:sireas:housing.rent:bru",
         "la:k:sireas:housing.rent:bru", "la:k:cpas-jette:debt.help:", "gv:sireas"]  # fmt: skip
WAYS_IN = {"fatima": ("I am looking for work", "1999"), "noor": ("I want to be a mentor", "1960")}

# No fault of the house: for weeks no coach looks at their phone.
NOBODY_TAKES_IT = "case_found_nobody"
people = st.sampled_from(sorted(NAMES))
# What is longer no app of Telegram sends, nor does the pretend one take it.
SENDABLE = sorted(one for one in ODD_TEXTS.values() if len(one) <= 4096)
words = st.sampled_from(WORDS) | st.sampled_from(SENDABLE)
places = st.integers(0, 99)


class AnyConversation(RuleBasedStateMachine):
    """One life after the other, each on a loop and a database of its own."""

    life: Life

    @initialize()
    def begins(self) -> None:
        self.runner = asyncio.Runner()
        self.life = self.runner.run(begin())

    def teardown(self) -> None:
        if hasattr(self, "life"):
            self.runner.run(self.life.end())
        if hasattr(self, "runner"):
            self.runner.close()

    def happens(self, deed: Coroutine[Any, Any, Any], actor: str | None = None) -> None:
        """Let something happen, and look whether everything is in order."""
        with capture_logs() as logs:
            self.runner.run(self._happens(deed, actor))
        loud = [one for one in logs if one["log_level"] in ("error", "critical")]
        assert [one for one in loud if one["event"] != NOBODY_TAKES_IT] == []

    async def _happens(self, deed: Coroutine[Any, Any, Any], actor: str | None) -> None:
        await deed
        await look(self.life, actor)

    def has_blocked(self, who: str) -> bool:
        return self.life.house.telegram.state.people[self.life.people[who].id].blocked

    def can_act(self, who: str) -> bool:
        """Somebody who blocked the bot lets it in first; this step does that."""
        if self.has_blocked(who):
            self.happens(self.life.people[who].unblocks(), who)
            return False
        return True

    @rule(who=people, text=words)
    def says(self, who: str, text: str) -> None:
        if self.can_act(who):
            self.happens(self.life.people[who].says(text), who)

    @rule(who=people, message=places, button=places)
    def taps_any_button_old_or_new(self, who: str, message: int, button: int) -> None:
        person = self.life.people[who]
        cards = [one for one in person.messages if labels_of(one)]
        if cards and self.can_act(who):
            card = cards[-1 - message % len(cards)]
            labels = labels_of(card)
            self.happens(
                taps(self.life, who, card["message_id"], labels[button % len(labels)]), who
            )

    @rule(
        who=people, victim=people, message=places, button=places, odd=st.sampled_from(ODD_FIELDS)
    )
    def forges_a_tap(self, who: str, victim: str, message: int, button: int, odd: str) -> None:
        """What stands on somebody else's card, or nothing that we ever made."""
        data = [
            one["callback_data"]
            for card in self.life.people[victim].messages
            for row in (card.get("reply_markup") or {}).get("inline_keyboard", [])
            for one in row
            if "callback_data" in one
        ]
        made = [*data, *NO_BUTTON, *(f"ci:{odd}:met", f"ca:{odd}:take", f"me:{odd}")]
        mine = [
            one["message_id"] for one in self.life.people[who].messages if one["from"] == "bot"
        ]
        if mine and self.can_act(who) and "surely" not in made[message % len(made)]:
            forged = made[message % len(made)]
            self.happens(self.life.people[who].forges(forged, mine[button % len(mine)]), who)

    @rule(who=st.sampled_from(sorted(WAYS_IN)), steps=st.integers(1, 8))
    def registers(self, who: str, steps: int) -> None:
        """Go on for some steps on the way into the programme."""
        if self.can_act(who):
            role, year = WAYS_IN[who]
            ways = ["/start", "English", "I agree", role, NAMES[who], year, "Brussels"]
            for words_or_label in ways[:steps]:
                self.happens(says_or_taps(self.life, who, words_or_label), who)

    @rule(mentee=places, mentor=places)
    def a_coach_forms_a_duo(self, mentee: int, mentor: int) -> None:
        if self.can_act("els"):
            self.happens(forms_a_duo(self.life, mentee, mentor), "els")

    @rule(who=people, data=st.sampled_from(DOORS))
    def wants_to_be_asked_later_or_gives(self, who: str, data: str) -> None:
        mine = [
            one["message_id"] for one in self.life.people[who].messages if one["from"] == "bot"
        ]
        if mine and self.can_act(who):
            self.happens(self.life.people[who].forges(data, mine[-1]), who)

    @rule(who=people)
    def blocks(self, who: str) -> None:
        if not self.has_blocked(who):
            self.happens(self.life.people[who].blocks(), who)

    @rule(who=people)
    def unblocks(self, who: str) -> None:
        if self.has_blocked(who):
            self.happens(self.life.people[who].unblocks(), who)

    @rule(who=people)
    def withdraws(self, who: str) -> None:
        if self.life.people[who].messages and self.can_act(who):
            data = "go:withdraw_surely"
            card = next((one["message_id"] for one in self.life.people[who].messages
                         if one["from"] == "bot"), None)  # fmt: skip
            if card:
                self.happens(self.life.people[who].forges(data, card), who)

    @rule(hours=st.sampled_from([1, 6, 24, 24 * 3, 24 * 7, 24 * 30]))
    def time_passes(self, hours: int) -> None:
        self.happens(self.life.house.pass_by(hours=hours))

    @rule()
    def the_next_question_is_due(self) -> None:
        self.happens(to_the_next_question(self.life))

    @precondition(lambda self: hasattr(self, "life"))
    @rule()
    def the_bot_starts_again(self) -> None:
        self.life.house.restart()
        self.happens(self.life.house.tick())


async def taps(life: Life, who: str, message_id: int, label: str) -> None:
    life.house.telegram.tap(life.people[who].id, message_id, label)
    await life.house.settle()


async def says_or_taps(life: Life, who: str, way: str) -> None:
    """Tap the newest button of this name where there is one, else say it."""
    person = life.people[who]
    cards = [one["message_id"] for one in person.messages if way in labels_of(one)]
    if cards:
        await taps(life, who, cards[-1], way)
    else:
        await person.says(way)


async def forms_a_duo(life: Life, mentee: int, mentor: int) -> None:
    """Two who wait in the branch of Els have walked the road, if there are two."""
    async with life.house.app.actions.samples.desk.open() as counter:
        people = counter.tx.people
        new = update(PersonRow).where(PersonRow.road == "new").values(road="ready")
        await counter.tx.connection.execute(new)
        waiting = [await people.ready(role, "brussels", 20) for role in ("mentee", "mentor")]
        (els,) = await people.coaches("brussels")
        if all(waiting):
            mentees, mentors = waiting
            pair = mentees[mentee % len(mentees)], mentors[mentor % len(mentors)]
            await form_sample_duo(counter, pair, els)
    await life.house.settle()


async def to_the_next_question(life: Life) -> None:
    moment = await life.house.app.actions.samples.next_check_in()
    if moment:
        await life.house.turn_to(moment)


TestAnyConversation = AnyConversation.TestCase
TestAnyConversation.settings = examples(
    few=10, many=500, stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
