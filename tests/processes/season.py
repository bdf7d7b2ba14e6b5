"""A season of kills in one town: people act, the bot dies, it is started again and is examined."""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from bot.programme.recurrence import next_weekly
from bot.settings import load_programme
from storage import Database, Keys
from tests.processes.checker import Checker, too_many_copies
from tests.processes.forks import Nursery
from tests.processes.newcomers import Newcomers
from tests.processes.plans import REAL, STARTING, TOLD_TO_STOP, Kill
from tests.processes.programs import TOKEN, Program, Town, town
from tests.processes.scenes import SCENES, any_scene, questions, small_talk
from tests.processes.townsfolk import Townsman

CROWD = 6
AT_A_TIME = 2
CHATTER_FOR = 0.4  # seconds in which people act around a kill
DIES_WITHIN = 20.0
RESUMED_WITHIN = 35.0  # seconds from the start to the moment when all that waited is done
# On a server nobody knows that the other process has died: its leases end by themselves.
WAITED_ON_A_SERVER = 90.0
GLANCE = 0.1
TUESDAY = 1
BRUSSELS = ZoneInfo("Europe/Brussels")


@dataclass(slots=True)
class Trial:
    """One kill and what it came to; ``recovery`` in seconds."""

    kill: Kill
    reached: bool
    lost: list[str] = field(default_factory=list)
    copies: int = 0
    recovery: float = 0.0


@dataclass(slots=True)
class Season:
    """One town, one database, one bot after another."""

    place: Town
    nursery: Nursery
    newcomers: Newcomers
    checker: Checker
    chance: random.Random
    crowd: list[Townsman] = field(default_factory=list)
    copies: Counter[tuple[int, str]] = field(default_factory=Counter)
    told: set[str] = field(default_factory=set)
    patience: float = RESUMED_WITHIN

    async def endures(
        self, kills: Sequence[Kill], told: Callable[[Trial], None] = lambda _: None
    ) -> list[Trial]:
        """Die in all these ways, one after another, and be examined after each."""
        trials = []
        bot = await self._started(kills[0])
        await self._settles_in()
        for number, kill in enumerate(kills):
            following = kills[number + 1] if number + 1 < len(kills) else None
            trial, bot = await self._endure(bot, kill, following)
            trials.append(trial)
            told(trial)
        await bot.stop()
        return trials

    async def _settles_in(self) -> None:
        """A coach and people at all questions, some of whom will never answer them all."""
        coach = await self.newcomers.coach("brussels")
        self.crowd.append(Townsman(coach, coach.language, self.chance, {}))
        for number in range(CROWD):
            phone = await self.newcomers.stranger()
            asked = questions(phone.language, self.checker.programme)
            stops_at = (None, None, "first_name", "year_of_birth")[number % 4]
            self.crowd.append(Townsman(phone, phone.language, self.chance, asked, stops_at))

    async def _endure(
        self, bot: Program, kill: Kill, following: Kill | None
    ) -> tuple[Trial, Program]:
        scene = SCENES[kill.point] if kill.is_named else any_scene(self.chance)
        act = await scene(self.newcomers)
        await self._quiet()
        if kill.is_named:
            bot.process.send_signal(signal.SIGUSR1)
        doing = [asyncio.ensure_future(act()), *self._chatter()]
        reached = await self._dies(bot, kill)
        self.checker.kills += 1
        begun = monotonic()
        bot = await self._started(following, kill)
        await asyncio.gather(*doing)
        return await self._examined(Trial(kill, reached), begun), bot

    def _chatter(self) -> list[asyncio.Task[None]]:
        """Some others act meanwhile, before and after the bot has died."""
        talking = self.chance.sample(self.crowd, AT_A_TIME)
        return [asyncio.create_task(one.act(CHATTER_FOR)) for one in talking]

    async def _dies(self, bot: Program, kill: Kill) -> bool:
        """True when it died where it should."""
        if not kill.is_named:
            return await self._is_shot(bot, kill)
        return await self._walks_into(bot)

    async def _walks_into(self, bot: Program) -> bool:
        """People go on with small talk until it has happened."""
        try:
            async with asyncio.timeout(DIES_WITHIN):
                while not await _ends_within(bot, CHATTER_FOR):
                    await (await small_talk(self.newcomers))()
        except TimeoutError:
            await bot.kill()
            return False
        return bot.process.returncode == -signal.SIGKILL

    async def _is_shot(self, bot: Program, kill: Kill) -> bool:
        if kill.point == TOLD_TO_STOP:
            await _ends_within(bot, self.chance.uniform(0, CHATTER_FOR))
            bot.process.send_signal(signal.SIGTERM)
        if kill.point != STARTING:
            await _ends_within(bot, kill.after)
        await bot.kill()
        return True

    async def _started(self, kill: Kill | None, before: Kill | None = None) -> Program:
        """The next bot, with its fuse laid; when it is to die early, one dies on the way."""
        if before and before.point == STARTING:
            hasty = await self._born(None)
            await asyncio.sleep(before.after)
            await hasty.kill()
        if kill and kill.point == REAL:
            return await self.place.bot()
        bot = await self._born(kill)
        await bot.is_ready()
        return bot

    async def _born(self, kill: Kill | None) -> Program:
        fuse = None
        if kill and kill.is_named:
            fuse = {"point": kill.point, "passing": kill.passing}
        log = self.place.folder / "duobot.log"
        return await self.nursery.bear("run", log=log, settings=self.place.settings, fuse=fuse)

    async def _examined(self, trial: Trial, begun: float) -> Trial:
        trial.lost, settled = await self._sound()
        trial.recovery = settled - begun
        copies = await self.checker.extra_copies()
        trial.copies = (copies - self.copies).total()
        trial.lost += too_many_copies(self.copies, copies)
        self.copies = copies
        return trial

    async def _quiet(self) -> bool:
        """Wait until all that came in and is due is done; False when it takes too long."""
        enough = monotonic() + self.patience
        while await self.checker.pending(await self.place.phones.now()):
            if monotonic() > enough:
                return False
            await asyncio.sleep(GLANCE)
        return True

    async def _sound(self) -> tuple[list[str], float]:
        """What is newly wrong when everybody has waited as long as they may, and the moment of the
        last change: for what stays wrong nobody has to wait.
        """
        enough = monotonic() + self.patience
        await self._quiet()
        found, settled = await self._found(), monotonic()
        while found and monotonic() <= enough:
            await asyncio.sleep(GLANCE * 10)
            before, found = found, await self._found()
            settled = settled if found == before else monotonic()
        self.told |= found
        return sorted(found), settled

    async def _found(self) -> set[str]:
        return {*await self.checker.findings(await self.place.phones.now())} - self.told

    def leaks(self) -> list[str]:
        """What anybody could read in the logs and in the plain bytes of the database."""
        key = self.place.more_settings["DUOBOT_SECRET_KEYS"]
        files = [*self.place.logs, *self.place.folder.glob("duobot.db*")]
        found = self.checker.leaks(files, TOKEN, key)
        written = self.place.journal.read_bytes()
        return [*found, *[f"The journal holds {one!r}." for one in (TOKEN, key)
                          if one.encode() in written]]  # fmt: skip


async def _ends_within(bot: Program, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await bot.process.wait()
    except TimeoutError:
        return False
    return True


@asynccontextmanager
async def season(
    folder: Path, nursery: Nursery, chance: random.Random, database: str | None = None
) -> AsyncIterator[Season]:
    """A new town on a Tuesday at ten, with an empty database."""
    key = Keys.generate()
    programme = load_programme("duo")
    async with town(folder) as place:
        place.more_settings = {"DUOBOT_SECRET_KEYS": key, "DUOBOT_LOG": "info"}
        if database:
            place.more_settings["DUOBOT_DATABASE"] = database
        address = database or str(place.database)
        now = await place.phones.now()
        await place.phones.turn_to(next_weekly(now, TUESDAY, time(10), BRUSSELS))
        checker = Checker(address, Keys.from_text(key), place.journal, programme, kills=0)
        beside = Database(address, Keys.from_text(key))
        newcomers = Newcomers(place.phones, beside, programme, checker, chance)
        try:
            async with checker.open():
                patience = WAITED_ON_A_SERVER if database else RESUMED_WITHIN
                yield Season(place, nursery, newcomers, checker, chance, patience=patience)
        finally:
            await beside.close()
