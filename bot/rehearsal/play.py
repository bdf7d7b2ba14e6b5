"""The play: the clock goes from moment to moment, and people react to what they see."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.rehearsal.cast import Cast, Player
from bot.rehearsal.diary import Diary, Plan
from bot.rehearsal.errands import Errand, Step
from bot.rehearsal.memories import Memories
from bot.rehearsal.phones import Phones
from bot.rehearsal.phrases import instead_of
from bot.rehearsal.seen import Choice, Seen
from bot.rehearsal.tastes import chosen
from bot.rehearsal.theatre import Theatre

HALF_A_DAY = timedelta(hours=12)
BETWEEN_TAPS = timedelta(seconds=20)


@dataclass(slots=True)
class Play:
    """A rehearsal under way. ``looked`` is when the bot looked last for what is due."""

    theatre: Theatre
    cast: Cast
    diary: Diary
    phones: Phones = field(init=False)
    memories: Memories = field(default_factory=Memories)
    looked: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.looked = self.diary.begin
        self.phones = Phones(self.theatre.telegram)

    async def run(self) -> None:
        """Play from the first day to the last."""
        await self._enter()
        clock, end = self.theatre.telegram.clock, self.diary.end
        due = await self._next_look()
        while (moment := min(due, self.diary.next_moment() or due)) < end:
            self.theatre.telegram.turn_clock(max(moment, clock.now()))
            if due <= clock.now():
                await self._look()
            await self._let_people_act()
            due = await self._next_look()
        self.theatre.telegram.turn_clock(max(end, clock.now()))
        await self._look()

    async def _enter(self) -> None:
        """Everybody is there, every duo is formed, and each knows what they will set out to do."""
        self.phones.hand_out(self.cast.everybody)
        await self.theatre.app.actions.samples.gather(self.cast.duos)
        await self._look()
        for player in self.cast.everybody:
            self.diary.fill(player)

    async def _look(self) -> None:
        self.looked = self.theatre.telegram.clock.now()
        await self.theatre.look()

    async def _next_look(self) -> datetime:
        """When the bot has something to do. It looks twice a day at least, whatever is due."""
        return min(self.looked + HALF_A_DAY, await self.theatre.next_moment())

    async def _let_people_act(self) -> None:
        """Each does what they meant to do by now."""
        now = self.theatre.telegram.clock.now()
        if self.diary.is_new_day(now):
            await self.theatre.a_new_day()
        self._look_at_phones(now)
        while plan := self.diary.due(now):
            await self._carry_out(plan)
            self._look_at_phones(self.theatre.telegram.clock.now())

    def _look_at_phones(self, now: datetime) -> None:
        for person_id, message in self.phones.news():
            self.memories.keep(person_id, message)
            if message.choices:
                self.diary.mean_to_answer(self.cast.player(person_id), message.message_id, now)

    async def _carry_out(self, plan: Plan) -> None:
        if plan.errand:
            await self._walk(plan.player, plan.errand)
        elif plan.message_id:
            await self._answer(plan.player, plan.message_id)

    async def _answer(self, player: Player, message_id: int) -> None:
        """Tap what one likes, and go on with what is shown then; no button twice."""
        shown: Sequence[Seen] = [self.phones.message(player.id, message_id)]
        if self.memories.has_answered(shown[0]):
            return
        taken: set[str] = set()
        while found := self._liked(player, shown, taken):
            taken.add(found[1].data)
            shown = await self._choose(player, *found)

    async def _choose(self, player: Player, message: Seen, choice: Choice) -> Sequence[Seen]:
        words = instead_of(choice.means, player.language)
        if words and self.diary.writes(player):
            return await self._do(player, words)
        return await self._do(player, choice, message.message_id)

    async def _walk(self, player: Player, errand: Errand) -> None:
        """Say the first words, then take each step whose button is there, and say the last."""
        shown = await self._do(player, errand.says)
        taken: list[str] = []
        for step in errand.steps:
            if found := self._next_step(player, shown, step, taken):
                taken.append(found[1].data)
                shown = await self._do(player, found[1], found[0].message_id)
        if errand.last and len(taken) == len(errand.steps):
            await self._do(player, errand.last)

    def _next_step(
        self, player: Player, shown: Sequence[Seen], step: Step, taken: Collection[str]
    ) -> tuple[Seen, Choice] | None:
        """Some button that fits, on the newest card that has one; no button twice."""
        for message in reversed(shown):
            left = [one for one in message.choices if one.data not in taken]
            if fitting := [one for one in left if step(one.means)]:
                return message, self.diary.chance(player).choice(fitting)
        return None

    def _liked(
        self, player: Player, shown: Sequence[Seen], taken: Collection[str]
    ) -> tuple[Seen, Choice] | None:
        today = self.diary.mood(player, self.theatre.telegram.clock.now())
        for message in shown:
            mood = self.memories.tempered(today, player.id, message)
            left = [one for one in message.choices if one.data not in taken]
            if choice := chosen(left, mood, self.diary.chance(player)):
                return message, choice
        return None

    async def _do(
        self, player: Player, deed: Choice | str, message_id: int | None = None
    ) -> Sequence[Seen]:
        """Tap or write; give what the bot shows for it."""
        self.theatre.telegram.advance_clock(BETWEEN_TAPS)
        with self.phones.answering(player.id) as shown:
            if isinstance(deed, str):
                self.theatre.telegram.say(player.id, deed)
            else:
                self.theatre.telegram.tap(player.id, message_id, deed.data)
            await self.theatre.settle()
        for message in shown:
            self.memories.keep(player.id, message)
        return shown
