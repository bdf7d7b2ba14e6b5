"""A town where everything is under way, for whoever tries what does harm there.

Every handler of the router stands in WAYS with one way to reach it.
"""

from dataclasses import dataclass
from datetime import time
from typing import Any

from sqlalchemy import select

from bot.actions.counter import Counter
from bot.actions.duos import form_duo
from bot.programme.people import Role
from storage.people import Person
from storage.tables import PromptRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, leaves, newest_of_bot, remembered
from tests.handlers.watching import Held, Watch, complaints


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody of the town, and what they say or tap to reach a handler.

    ``{...}`` in what is tapped is the number of a row of the town.
    """

    who: str
    says: str | None = None
    taps: str | None = None
    does: str | None = None


WAYS = {
    "barriers.show": Way("els", says="/barriers"),
    "cases.call_coach": Way("amir", says="/coach"),
    "cases.close": Way("els", taps="ca:{case}:close"),
    "cases.mine": Way("els", says="/cases"),
    "cases.take": Way("els", taps="ca:{case}:take"),
    "check_ins.answer": Way("amir", taps="ci:{prompt}:met"),
    "duos.choose_mentor": Way("els", taps="me:{mentee}"),
    "duos.form": Way("els", taps="du:f:{amir}:{rita}:2:18"),
    "duos.mine": Way("els", says="/duos"),
    "duos.new_people": Way("els", says="/people"),
    "duos.propose": Way("els", taps="du:s:{mentee}:{mentor}:2:18"),
    "guide.not_words": Way("tom", does="sends a photo"),
    "guide.old_button": Way("tom", taps="no button of ours"),
    "guide.show_help": Way("rita", says="/help"),
    "guide.show_menu": Way("rita", says="/menu"),
    "guide.unknown_command": Way("tom", says="/nothing"),
    "hand_over.decline": Way("amir", taps="go:hand_over_not"),
    "hand_over.give": Way("rita", taps="gv:samusocial-bxl"),
    "invitations.accept": Way("karim", says="/start a-link-that-is-none"),
    "keeping.accept": Way("els", taps="pr:{case}:a"),
    "keeping.assure": Way("els", taps="kp:a:sireas"),
    "keeping.change": Way("els", taps="kp:c:sireas"),
    "keeping.change_detail": Way("els", taps="kd:website:-1:sireas"),
    "keeping.changes": Way("els", says="/changes"),
    "keeping.complain": Way("amir", taps="wr:sireas"),
    "keeping.confirm": Way("els", taps="pr:{case}:y"),
    "keeping.doubt": Way("els", taps="kp:d:sireas"),
    "keeping.drop": Way("els", taps="pr:{case}:n"),
    "keeping.history": Way("els", taps="kp:h:sireas"),
    "keeping.refuse": Way("els", taps="pr:{case}:r"),
    "keeping.report": Way("amir", taps="wf:closed:sireas"),
    "keeping.to_check": Way("els", taps="ck:{case}"),
    "languages.choose": Way("tom", taps="sp:fr"),
    "languages.offer": Way("rita", says="/language"),
    "pauses.resume": Way("tom", says="/resume"),
    "pauses.stop": Way("tom", says="/stop"),
    "privacy.ask_to_withdraw": Way("amir", taps="go:withdraw"),
    "privacy.keep": Way("amir", taps="go:withdraw_not"),
    "privacy.show": Way("amir", says="/privacy"),
    "privacy.withdraw": Way("karim", taps="go:withdraw_surely"),
    "reachability.blocked": Way("tom", does="blocks"),
    "reachability.returned": Way("tom", does="unblocks"),
    "referrals.answer": Way("amir", taps="ro:{referral}:not_helped"),
    "referrals.decline": Way("tom", taps="go:referral_not"),
    "referrals.forget": Way("amir", taps="rx:{referral}"),
    "referrals.keep": Way("amir", taps="la:k:sireas:housing.rent:bru"),
    "referrals.offer": Way("karim", taps="la:o:allo-aide-sociale:food.parcel:bru"),
    "referrals.say_barrier": Way("amir", taps="rb:{referral}:full"),
    "registration.change": Way("tom", taps="cg:first_name"),
    "registration.choose": Way("karim", taps="ch:branch:brussels"),
    "registration.go_back": Way("rita", says="/back"),
    "registration.hear": Way("amir", says="good day to you"),
    "registration.overview": Way("rita", says="/answers"),
    "registration.start": Way("tom", says="/start"),
    "services.call": Way("amir", taps="cl:samusocial-bxl:housing.tonight:0"),
    "services.print_page": Way("rita", taps="pp:samusocial-bxl:housing.tonight"),
    "services.say_in_dutch": Way("karim", taps="yn:samusocial-bxl:housing.tonight:"),
    "services.say_in_french": Way("tom", taps="yf:samusocial-bxl:housing.tonight:ar"),
    "services.show_on_map": Way("els", taps="mp:samusocial-bxl:housing.tonight"),
    "signposts.emergency": Way("rita", says="/sos"),
    "signposts.find": Way("amir", says="/find"),
    "signposts.need": Way("tom", taps="n:food.parcel::0"),
    "signposts.places": Way("rita", taps="pl:food.parcel:bru:0"),
    "signposts.service": Way("amir", taps="s:samusocial-bxl:housing.tonight:bru"),
    "signposts.theme": Way("els", taps="th:housing:bru"),
}
SPOKEN = {"amir": "nl", "rita": "fr", "els": "en", "tom": "fr", "karim": "nl"}
TEXT_DOORS = [name for name, way in WAYS.items() if way.says]
TAP_DOORS = [name for name, way in WAYS.items() if way.taps]


@dataclass(slots=True)
class Town:
    """A house with a duo and an ended one, people who wait, an open case and open questions."""

    house: House
    watch: Watch
    people: dict[str, Someone]
    rows: dict[str, int]

    def says(self, who: str, text: str) -> int:
        """Write a text that Telegram's own apps would not always let through."""
        person = self.people[who]
        seen = self.house.telegram.state.people[person.id]
        return self.brings("message", {
            "message_id": 1, "from": seen.user(), "chat": seen.private_chat(),
            "date": self.house.telegram.world.seconds, "text": text,
        })  # fmt: skip

    def taps(self, who: str, data: str, **instead: Any) -> int:
        """Tap a button; ``instead`` changes what Telegram tells of the tap."""
        person = self.people[who]
        seen = self.house.telegram.state.people[person.id]
        message = {"message_id": newest_of_bot(person), "chat": seen.private_chat(), "date": 1,
                   "text": "a card"}  # fmt: skip
        tap = {"id": f"{len(self.watch.took)}", "from": seen.user(), "chat_instance": "1",
               "data": data, "message": message} | instead  # fmt: skip
        told = {key: value for key, value in tap.items() if value is not None}
        return self.brings("callback_query", told)

    def brings(self, kind: str, content: dict[str, Any]) -> int:
        """An update as raw as it may be."""
        entries = self.house.telegram.world.update(kind, content)
        self.house.telegram.record(*entries)
        return int(entries[0]["update"]["update_id"])

    def right(self, name: str) -> str:
        """What the button of this handler carries."""
        return (WAYS[name].taps or "").format_map(self.rows)

    def goes(self, name: str) -> int | None:
        """Take the way to a handler."""
        way = WAYS[name]
        if way.says:
            return self.says(way.who, way.says)
        if way.taps:
            return self.taps(way.who, self.right(name))
        phone, telegram = self.people[way.who].id, self.house.telegram
        deeds = {"sends a photo": lambda: telegram.send(phone, "photo"),
                 "blocks": lambda: telegram.block(phone),
                 "unblocks": lambda: telegram.unblock(phone)}  # fmt: skip
        return deeds[way.does or ""]()["update_id"]

    async def complain(self, who: str, inputs: list[tuple[str, int | None]], **more: Any):
        language = more.pop("language") if "language" in more else SPOKEN[who]
        return await complaints(self.watch, self.people[who], language, inputs, **more)


async def found_town(duo: House, amir: Someone, rita: Someone, els: Someone, tom: Someone) -> Town:
    waiting = [duo.meet(name, "en") for name in ("Fatima", "Jan", "Karim", "Noor")]
    await settle(duo, waiting)
    fatima, _, karim, _ = waiting
    await duo.turn_to(FIRST_SUNDAY)
    await leaves(fatima)
    await amir.says("I want my coach")
    await amir.forges("la:k:sireas:housing.rent:bru", newest_of_bot(amir))
    people = {"amir": amir, "rita": rita, "els": els, "tom": tom, "karim": karim}
    for who, person in people.items():
        duo.telegram.say(person.id, "/menu")
        await duo.settle()
        duo.telegram.tap(person.id, newest_of_bot(person), f"sp:{SPOKEN[who]}", forge=True)
    await duo.settle()
    return Town(duo, Watch(duo), people, await rows_of(duo, {**people, "fatima": fatima}))


async def settle(duo: House, people: list[Someone]) -> None:
    """Fatima and Jan are a duo of Els too; Karim waits in another town, and Noor in this one."""
    for person in people:
        duo.telegram.say(person.id, "/start")
    await duo.settle()
    roles = {"Fatima": Role.MENTEE, "Jan": Role.MENTOR, "Karim": Role.MENTEE, "Noor": Role.MENTEE}
    async with duo.app.actions.samples.desk.open() as counter:
        els = (await counter.tx.people.coaches())[0]
        registered = [
            await register_again(counter, person.id, name, role)
            for person, (name, role) in zip(people, roles.items(), strict=True)
        ]
        await form_duo(counter, (registered[0], registered[1]), els, 6, time(18))
    await duo.settle()


async def register_again(counter: Counter, telegram_id: int, name: str, role: Role) -> Person:
    """Give somebody who said hello the answers of somebody who is registered."""
    person = await counter.tx.people.by_telegram(telegram_id)
    branch = "ghent" if name == "Karim" else "brussels"
    year = "1960" if role == Role.MENTOR else "1999"
    answers = {"language": "en", "consent": counter.programme.privacy_version, "role": role,
               "first_name": name, "year_of_birth": year, "branch": branch}  # fmt: skip
    await counter.tx.people.save(
        person.id, answers=answers, role=role, branch=branch, stage="registered",
        registered_at=counter.now,
    )  # fmt: skip
    return await counter.tx.people.get(person.id)


async def rows_of(duo: House, people: dict[str, Someone]) -> dict[str, int]:
    """The numbers that the town's buttons carry."""
    rows = {}
    async with duo.database.reading() as tx:
        for who, person in people.items():
            rows[who] = (await tx.people.by_telegram(person.id)).id
        mentees, mentors = [
            await tx.people.waiting(role, "brussels", 9) for role in ("mentee", "mentor")
        ]
        for who in ("amir", "rita", "fatima"):
            asked = select(PromptRow.id).where(PromptRow.person_id == rows[who])
            rows[f"prompt of {who}"] = await tx.connection.scalar(asked)
    kept = await remembered(duo)
    (case,), (referral,) = kept["cases"], kept["referrals"]
    return rows | {"referral": referral[0],
                   "mentee": mentees[0].id, "mentor": mentors[0].id, "case": case[0],
                   "prompt": rows["prompt of amir"]}  # fmt: skip


async def states(town: Town) -> dict[str, tuple[str, Held]]:
    """Every state in which somebody's words may be an answer: who, and the row they are then."""
    found, watch = {}, town.watch
    noor = town.house.meet("Noor", "en")
    town.people["noor"] = noor
    await noor.says("/start")
    steps = {"language": "English", "consent": "I agree", "role": "I am looking for work",
             "first name": None, "year of birth": None, "town": None}  # fmt: skip
    answers = iter(["Noor", "1950", "Ghent"])
    for state, label in steps.items():
        found[state] = ("noor", await watch.hold(noor))
        watch.held.clear()
        await (noor.taps(label) if label else noor.says(next(answers)))
        if state == "year of birth":
            found["too old"] = ("noor", await watch.hold(noor))
            watch.held.clear()
            await noor.says("1999")
    for state, words in {"registered": "/menu", "on a break": "/stop", "back": "/resume"}.items():
        await noor.says(words)
        found[state] = ("noor", await watch.hold(noor))
        watch.held.clear()
    await noor.forges("cg:first_name", newest_of_bot(noor))
    found["correcting a name"] = ("noor", await watch.hold(noor))
    watch.held.clear()
    await leaves(noor)
    found["gone"] = ("noor", await watch.hold(noor))
    watch.held.clear()
    for who in ("amir", "els"):
        found[f"{who} in the programme"] = (who, await watch.hold(town.people[who]))
    watch.held.clear()
    return found
