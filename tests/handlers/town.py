"""A town where everything is under way, for whoever tries what does harm there.

Every handler of the router stands in WAYS with one way to reach it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.actions.convention.sample_duos import form_sample_duo
from bot.actions.counter import Counter
from bot.actions.road import move
from bot.programme.people import Role
from bot.programme.road import Place
from storage import Transaction
from storage.intakes import new_intake
from storage.matches import new_match
from storage.people import Person
from storage.sessions import Draft, new_session
from storage.tables import PromptRow, SeatRow
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
    "calendars.make_link": Way("amir", taps="go:calendar_link"),
    "calendars.show": Way("amir", taps="go:calendar"),
    "calendars.stop_link": Way("rita", taps="go:calendar_stop"),
    "case_talk.change": Way("amir", does="changes a message"),
    "case_talk.choose": Way("els", taps="ra:{case}:call_at::"),
    "case_talk.note": Way("els", taps="ca:{case}:note"),
    "case_talk.read": Way("els", taps="ca:{case}:read"),
    "case_talk.ready": Way("els", taps="ca:{case}:ready"),
    "case_talk.reply": Way("els", taps="ca:{case}:reply"),
    "case_talk.send": Way("els", taps="rt:{case}:solved::"),
    "case_talk.stop": Way("els", taps="go:line_stop"),
    "case_talk.turn_to": Way("els", taps="rp:{case}:1"),
    "cases.ask_until_when": Way("els", taps="ca:{case}:wait"),
    "cases.ask_whom": Way("els", taps="ca:{case}:hand"),
    "cases.call_made": Way("els", taps="ca:{case}:called"),
    "cases.spoke": Way("els", taps="ca:{case}:spoke"),
    "cases.not_reached": Way("els", taps="ca:{case}:no_answer"),
    "cases.close_surely": Way("els", taps="ca:{case}:close_surely"),
    "cases.close": Way("els", taps="ca:{case}:close"),
    "cases.give_back": Way("els", taps="ca:{case}:give_back"),
    "cases.ask_if_sure": Way("els", taps="ht:{case}:{els}"),
    "cases.hand": Way("els", taps="hs:{case}:{els}"),
    "cases.lay_aside": Way("els", taps="wt:{case}:3"),
    "cases.mine": Way("els", says="/cases"),
    "cases.show": Way("els", taps="ca:{case}:show"),
    "cases.turn_to": Way("els", taps="ce:0"),
    "cases.take": Way("els", taps="ca:{case}:take"),
    "check_ins.answer": Way("amir", taps="ci:{prompt}:met"),
    "check_ins.ask_again": Way("amir", taps="cw:{prompt}"),
    "check_ins.correct": Way("amir", taps="cc:{prompt}:not_met"),
    "check_ins.say_feeling": Way("amir", taps="cf:{prompt}:4"),
    "check_ins.say_length": Way("amir", taps="cm:{prompt}:60"),
    "convention.read_own": Way("amir", says="/agreement"),
    "convention.ask_paper": Way("els", taps="cp:p:{duo}:{amir}"),
    "convention.cancel": Way("els", taps="fm:c:{duo}"),
    "convention.later": Way("amir", taps="cn:l:{duo}"),
    "convention.none_suits": Way("amir", taps="fn:1:{duo}"),
    "convention.note_paper": Way("els", taps="cy:{duo}:{amir}:2026-03-03:0123abcd"),
    "convention.object_": Way("amir", taps="cn:o:{duo}"),
    "convention.open_day": Way("els", taps="fd:{duo}:2026-03-12"),
    "convention.other_time": Way("amir", taps="fm:o:{duo}"),
    "convention.plan": Way("els", taps="fm:p:{duo}"),
    "convention.print_it": Way("rita", taps="cn:p:{duo}"),
    "convention.print_for": Way("els", taps="cp:f:{duo}:{amir}"),
    "convention.read": Way("amir", taps="cv:{duo}:0"),
    "convention.remind": Way("els", taps="cp:r:{duo}:{amir}"),
    "convention.say_held": Way("els", taps="fm:h:{duo}"),
    "convention.say_not_held": Way("els", taps="fm:n:{duo}"),
    "convention.send": Way("els", taps="fm:y:{duo}"),
    "convention.show": Way("els", taps="fm:s:{duo}"),
    "convention.show_meeting": Way("amir", taps="fm:m:{duo}"),
    "convention.sign": Way("amir", taps="cs:{duo}:0123abcd"),
    "convention.suits": Way("amir", taps="fs:2026-03-12T1400:1:{duo}"),
    "convention.turn": Way("els", taps="ft:2026-03-12T1400:{duo}"),
    "convention.turn_place": Way("els", taps="fm:l:{duo}"),
    "danger.answer": Way("amir", taps="dg:fine:crisis.suicide"),
    "danger.hear": Way("amir", says="I want to die"),
    "danger.hear_change": Way("amir", does="changes a message to words of danger"),
    "duo_views.mine": Way("els", says="/duos"),
    "duo_views.show": Way("els", taps="dv:{duo}"),
    "duo_views.turn_to": Way("els", taps="dp:0"),
    "groups.offer_code": Way("els", says="/group"),
    "guide.not_words": Way("tom", does="sends a photo"),
    "guide.old_button": Way("tom", taps="no button of ours"),
    "guide.show_help": Way("rita", says="/help"),
    "guide.show_menu": Way("rita", says="/menu"),
    "guide.unknown_command": Way("tom", says="/nothing"),
    "hand_over.decline": Way("amir", taps="go:hand_over_not"),
    "hand_over.give": Way("rita", taps="gv:samusocial-bxl"),
    "hiding.hide": Way("amir", says="/hide"),
    "intake_hours.choose_day": Way("els", taps="iy:0"),
    "intake_hours.give": Way("els", taps="ih:1:0900-1200:b"),
    "intake_hours.show": Way("els", taps="go:intake_hours"),
    "intake_hours.take_back": Way("els", taps="ix:1:{case}"),
    "intakes.answers": Way("els", taps="in:a:{intake}"),
    "intakes.ask_answer": Way("els", taps="iw:first_name:{intake}"),
    "intakes.ask_note": Way("els", taps="in:o:{intake}"),
    "intakes.ask_to_cancel": Way("els", taps="in:c:{intake}"),
    "intakes.ask_which_help": Way("els", taps="in:v:{intake}"),
    "intakes.ask_why_wait": Way("els", taps="in:w:{intake}"),
    "intakes.begin": Way("amir", says="my first talk"),
    "intakes.call_me": Way("amir", taps="go:intake_call"),
    "intakes.called": Way("els", taps="iu:c:{noor}"),
    "intakes.cancel": Way("els", taps="in:y:{intake}"),
    "intakes.coming": Way("els", says="/intakes"),
    "intakes.decide": Way("els", taps="id:go_on:1:{intake}:"),
    "intakes.held": Way("els", taps="in:h:{intake}"),
    "intakes.look_at": Way("els", taps="id:wait:0:{intake}:language"),
    "intakes.missed": Way("els", taps="in:n:{intake}"),
    "intakes.move": Way("els", taps="in:m:{intake}"),
    "intakes.people": Way("els", taps="il:0"),
    "intakes.person": Way("els", taps="iu:s:{noor}"),
    "intakes.pick": Way("els", taps="ip:985296:b:{noor}:{intake}"),
    "intakes.plan_for": Way("els", taps="iu:p:{noor}"),
    "intakes.show": Way("els", taps="in:s:{intake}"),
    "intakes.take_up": Way("els", taps="iu:u:{noor}"),
    "intakes.talk_now": Way("els", taps="iu:n:{noor}"),
    "intakes.theme": Way("els", taps="ig:housing:{intake}"),
    "intakes.themes": Way("els", taps="in:t:{intake}"),
    "intakes.turn_need": Way("els", taps="ie:housing.rent:{intake}"),
    "intakes.turn_to": Way("els", taps="iq:0:{noor}:{intake}"),
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
    "matching.agree": Way("tom", taps="ma:{match}:yes"),
    "matching.ask_again": Way("els", taps="ma:{match}:ask"),
    "matching.ask_both": Way("els", taps="pw:a:{mentee}:{mentor}"),
    "matching.decline": Way("tom", taps="ma:{match}:no"),
    "matching.let_go": Way("els", taps="ma:{match}:let_go"),
    "matching.mentors_for": Way("els", taps="mf:{mentee}:0"),
    "matching.show_match": Way("els", taps="ma:{match}:show"),
    "matching.show_pair": Way("els", taps="pw:s:{mentee}:{mentor}"),
    "matching.show_proposal": Way("tom", says="/proposal"),
    "matching.to_match": Way("els", says="/match"),
    "matching.turn_to": Way("els", taps="mw:0"),
    "meetings.ask_to_cancel": Way("amir", taps="mt:c:{meeting}"),
    "meetings.cancel": Way("amir", taps="mt:y:{meeting}"),
    "meetings.choose_spot": Way("amir", taps="mk:{draft}:online:"),
    "meetings.drop": Way("amir", taps="mg:x:{draft}"),
    "meetings.hours": Way("amir", taps="mz:{draft}:2026-03-12:0"),
    "meetings.keep": Way("amir", taps="mt:k:{meeting}"),
    "meetings.mine": Way("amir", says="/meetings"),
    "meetings.minutes": Way("amir", taps="mx:2026-03-12T1400:f:{draft}"),
    "meetings.month": Way("amir", taps="mm:{draft}:2026-04"),
    "meetings.move": Way("amir", taps="mt:m:{meeting}"),
    "meetings.none_fits": Way("rita", taps="mo:n:{offer}"),
    "meetings.offer_spots": Way("amir", taps="mg:p:{draft}"),
    "meetings.plan_instead": Way("amir", taps="mt:i:{meeting}"),
    "meetings.pick": Way("rita", taps="mi:2026-03-20T1400:{offer}"),
    "meetings.plan": Way("amir", taps="go:plan_meeting"),
    "meetings.propose_others": Way("rita", taps="mo:o:{offer}"),
    "meetings.send": Way("amir", taps="mg:y:{draft}"),
    "meetings.send_all": Way("amir", taps="mg:a:{draft}"),
    "meetings.send_mine": Way("amir", taps="mg:f:{draft}"),
    "meetings.send_only": Way("amir", taps="mx:2026-03-12T1400:o:{draft}"),
    "meetings.send_open_or_not": Way("amir", taps="mg:h:{draft}"),
    "meetings.send_usual": Way("amir", taps="mu:2026-03-12T1400"),
    "meetings.show": Way("amir", taps="mt:s:{meeting}"),
    "meetings.show_plan": Way("amir", taps="mg:s:{draft}"),
    "meetings.take": Way("amir", taps="mx:2026-03-12T1400:k:{draft}"),
    "meetings.turn": Way("amir", taps="mx:2026-03-12T1400:t:{draft}"),
    "meetings.withdraw": Way("amir", taps="mo:w:{offer}"),
    "on_the_day.ask_how_late": Way("amir", taps="dy:l:{meeting}"),
    "on_the_day.ask_what_instead": Way("amir", taps="dy:c:{meeting}"),
    "on_the_day.come_late": Way("amir", taps="lt:{meeting}:20"),
    "on_the_day.show_place": Way("rita", taps="dy:m:{meeting}"),
    "pauses.ask_why": Way("tom", taps="go:why_a_break"),
    "pauses.say_why": Way("tom", taps="bw:exams"),
    "pauses.resume": Way("tom", says="/resume"),
    "obstacles.ask": Way("amir", taps="oq:{prompt}"),
    "obstacles.choose": Way("amir", taps="ob:{prompt}:money"),
    "obstacles.tell": Way("amir", taps="ow:{prompt}:money:coach"),
    "pauses.stop": Way("tom", says="/stop"),
    "pauses.stop_surely": Way("tom", taps="go:stop_surely"),
    "pauses.until": Way("tom", taps="pz:1w"),
    "phones.ask": Way("amir", taps="go:number_share"),
    "phones.decline": Way("rita", taps="go:number_not"),
    "phones.hear_contact": Way("amir", does="shares a contact"),
    "phones.show": Way("amir", taps="go:numbers"),
    "phones.stop": Way("amir", taps="go:number_stop"),
    "privacy.ask_to_withdraw": Way("amir", taps="go:withdraw"),
    "privacy.keep": Way("amir", taps="go:withdraw_not"),
    "privacy.show": Way("amir", says="/privacy"),
    "privacy.withdraw": Way("karim", taps="go:withdraw_surely"),
    "reachability.blocked": Way("tom", does="blocks"),
    "reachability.returned": Way("tom", does="unblocks"),
    "ready_sentences.group": Way("amir", taps="rg:{duo}:call"),
    "ready_sentences.groups": Way("amir", taps="go:say"),
    "ready_sentences.tell": Way("amir", taps="rs:{duo}:where:"),
    "referrals.answer": Way("amir", taps="ro:{referral}:not_helped"),
    "referrals.decline": Way("tom", taps="go:referral_not"),
    "referrals.forget": Way("amir", taps="rx:{referral}"),
    "referrals.keep": Way("amir", taps="la:k:sireas:housing.rent:bru"),
    "referrals.offer": Way("karim", taps="la:o:allo-aide-sociale:food.parcel:bru"),
    "referrals.say_barrier": Way("amir", taps="rb:{referral}:full"),
    "registration.add": Way("tom", taps="go:add_answers"),
    "registration.change": Way("tom", taps="cg:first_name"),
    "registration.choose": Way("karim", taps="ch:branch:brussels"),
    "registration.go_back": Way("rita", says="/back"),
    "registration.hear": Way("amir", says="good day to you"),
    "registration.overview": Way("rita", says="/answers"),
    "registration.start": Way("tom", says="/start"),
    "requests.doubt": Way("amir", taps="rq:{case}:not_solved"),
    "requests.open_request": Way("amir", says="/coach"),
    "requests.say_about": Way("amir", taps="qa:{case}:work"),
    "requests.say_audience": Way("amir", taps="qw:{case}:team"),
    "requests.say_urgency": Way("amir", taps="qu:{case}:today"),
    "requests.show": Way("amir", taps="rq:{case}:show_again"),
    "requests.solve": Way("amir", taps="rq:{case}:solved"),
    "rhythms.choose": Way("rita", taps="rh:d:no:-1"),
    "rhythms.set_": Way("rita", taps="rh:s:no:12"),
    "rhythms.show": Way("amir", taps="go:my_question"),
    "second_factor.give_key": Way("els", taps="go:codes_here"),
    "second_factor.give_picture": Way("els", taps="go:codes_elsewhere"),
    "second_factor.kept_codes": Way("els", taps="go:codes_kept"),
    "second_factor.move": Way("els", taps="go:codes_new"),
    "second_factor.name_apps": Way("els", taps="go:codes_app"),
    "second_factor.show": Way("els", says="/code"),
    "services.call": Way("amir", taps="cl:samusocial-bxl:housing.tonight:0"),
    "services.print_page": Way("rita", taps="pp:samusocial-bxl:housing.tonight"),
    "services.say_in_dutch": Way("karim", taps="yn:samusocial-bxl:housing.tonight:"),
    "services.say_in_french": Way("tom", taps="yf:samusocial-bxl:housing.tonight:ar"),
    "services.show_on_map": Way("els", taps="mp:samusocial-bxl:housing.tonight"),
    "sessions.again": Way("els", taps="sn:a:{session}"),
    "sessions.all_there": Way("els", taps="sn:l:{session}"),
    "sessions.arrive": Way("karim", says="/start here_123456"),
    "sessions.ask": Way("els", taps="sq:seats"),
    "sessions.ask_to_cancel": Way("els", taps="sn:x:{session}"),
    "sessions.begin": Way("els", taps="go:plan_session"),
    "sessions.call_roll": Way("els", taps="sn:r:{session}"),
    "sessions.cancel": Way("els", taps="sn:y:{session}"),
    "sessions.choose": Way("els", taps="sd:what:info"),
    "sessions.drop": Way("els", taps="sk:d"),
    "sessions.give_back": Way("amir", taps="sn:g:{session}"),
    "sessions.look": Way("amir", taps="sn:s:{session}"),
    "sessions.mark": Way("els", taps="sr:{seat}:1"),
    "sessions.open_": Way("els", taps="sn:o:{session}"),
    "sessions.plan": Way("els", taps="sk:p"),
    "sessions.show": Way("amir", says="/sessions"),
    "sessions.show_code": Way("els", taps="sn:c:{session}"),
    "sessions.take": Way("rita", taps="sn:t:{session}"),
    "sessions.walk_in": Way("els", taps="sw:{session}:{amir}"),
    "sessions.who_else": Way("els", taps="sn:e:{session}"),
    "signposts.emergency": Way("rita", says="/sos"),
    "signposts.find": Way("amir", says="/find"),
    "signposts.need": Way("tom", taps="n:food.parcel::0"),
    "signposts.places": Way("rita", taps="pl:food.parcel:bru:0"),
    "signposts.service": Way("amir", taps="s:samusocial-bxl:housing.tonight:bru"),
    "signposts.theme": Way("els", taps="th:housing:bru"),
    "staff.away": Way("els", says="/away"),
    "staff.choose_deputy": Way("els", taps="ld:2026-03-12:2026-03-13"),
    "staff.choose_heir": Way("els", taps="tm:h:{els}"),
    "staff.colleague": Way("els", taps="tm:s:{els}"),
    "staff.confirm_heir": Way("els", taps="hr:h:{els}:{els}:0"),
    "staff.end_leave": Way("els", taps="le:{case}"),
    "staff.first_days": Way("els", taps="lv:1"),
    "staff.hand_over": Way("els", taps="hr:h:{els}:{els}:1"),
    "staff.hear_words": Way("amir", taps="wo:{els}:0"),
    "staff.keep_leave": Way("els", taps="lk:2026-03-12:2026-03-13:0"),
    "staff.last_days": Way("els", taps="lu:2026-03-12:0"),
    "staff.let_go": Way("els", taps="hr:l:{els}:{els}:1"),
    "staff.name_deputy": Way("els", taps="dn:0"),
    "staff.numbers": Way("els", says="/numbers"),
    "staff.offer_deputies": Way("els", taps="go:deputy"),
    "staff.team": Way("els", says="/team"),
    "waiting.again": Way("tom", taps="se:again"),
    "waiting.found": Way("tom", taps="se:found"),
    "waiting.note": Way("els", taps="sh:{amir}:still"),
    "waiting.rest": Way("tom", taps="se:rest"),
    "waiting.show": Way("tom", says="/road"),
    "waiting.still": Way("tom", taps="se:still"),
    "work.agree": Way("els", taps="wag:7:fr:phone"),
    "work.called": Way("els", taps="wcd:{amir}:1:told"),
    "work.choose_language": Way("els", taps="wen:fr"),
    "work.enter": Way("els", says="/person"),
    "work.make_link": Way("els", taps="wtg:{amir}"),
    "work.menu": Way("els", says="/work"),
    "work.new_people": Way("els", says="/people"),
    "work.show": Way("els", taps="wps:{amir}"),
    "work.show_call": Way("els", taps="wcl:{amir}"),
    "work.turn_to": Way("els", taps="wlk:new:0"),
    "training.ask_exception": Way("els", taps="te:a:{mentor}"),
    "training.dates": Way("tom", taps="tn:listening"),
    "training.hear": Way("rita", says="formation"),
    "training.mentor": Way("els", taps="te:s:{mentor}"),
    "training.record_exception": Way("els", taps="te:y:{mentor}"),
    "training.show": Way("tom", says="/training"),
    "training.take_series": Way("tom", taps="go:series"),
}
SPOKEN = {"amir": "nl", "rita": "fr", "els": "en", "tom": "fr", "karim": "nl"}
TEXT_DOORS = [name for name, way in WAYS.items() if way.says]
TAP_DOORS = [name for name, way in WAYS.items() if way.taps]


@dataclass(slots=True)
class Town:
    """A house with a duo and an ended one, people who wait, an open case and open questions. Noor
    has a first talk with Els.
    """

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
                 "changes a message": lambda: telegram.edit(
                     phone, own_words(self.people[way.who]), "I changed this"),
                 "changes a message to words of danger": lambda: telegram.edit(
                     phone, own_words(self.people[way.who]), "I want to die"),
                 "shares a contact": lambda: telegram.share_contact(phone),
                 "blocks": lambda: telegram.block(phone),
                 "unblocks": lambda: telegram.unblock(phone)}  # fmt: skip
        return deeds[way.does or ""]()["update_id"]

    async def complain(self, who: str, inputs: list[tuple[str, int | None]], **more: Any):
        language = more.pop("language") if "language" in more else SPOKEN[who]
        return await complaints(self.watch, self.people[who], language, inputs, **more)


# Who lives in the town beside the cast: Sami and Bert wait until a coach puts them to somebody.
WAITING = ("Fatima", "Jan", "Karim", "Noor", "Lina", "Bert", "Sami")


def own_words(person: Someone) -> int:
    """The number of the newest text that somebody wrote."""
    own = [one for one in person.messages if one["from"] != "bot" and one["kind"] == "text"]
    return int(own[-1]["message_id"])


async def found_town(duo: House, amir: Someone, rita: Someone, els: Someone, tom: Someone) -> Town:
    waiting = [duo.meet(name, "en") for name in WAITING]
    await settle(duo, waiting)
    fatima, _, karim, _, lina, *_ = waiting
    await duo.turn_to(FIRST_SUNDAY)
    await leaves(fatima)
    await amir.says("I want my coach")
    await amir.forges("la:k:sireas:housing.rent:bru", newest_of_bot(amir))
    await they_plan(amir, rita)
    await two_are_asked(duo, lina, tom)
    await a_session_is_planned(duo, amir, els)
    people = {"amir": amir, "rita": rita, "els": els, "tom": tom, "karim": karim}
    for who, person in people.items():
        duo.telegram.say(person.id, "/menu")
        await duo.settle()
        duo.telegram.tap(person.id, newest_of_bot(person), f"sp:{SPOKEN[who]}", forge=True)
    await duo.settle()
    return Town(duo, Watch(duo), people, await rows_of(duo, {**people, "fatima": fatima}))


async def they_plan(amir: Someone, rita: Someone) -> None:
    """They meet on Friday; Amir has offered the Friday after, and plans one more."""
    await amir.forges("mu:2026-03-13T1400", newest_of_bot(amir))
    await rita.taps("Fri 13 Mar, 14:00")
    await amir.forges("mu:2026-03-20T1400", newest_of_bot(amir))
    await amir.forges("go:plan_meeting", newest_of_bot(amir))


async def two_are_asked(duo: House, lina: Someone, tom: Someone) -> None:
    """Els has put Lina and Tom to each other."""
    async with duo.app.actions.samples.desk.open() as counter:
        mentee, mentor = [await counter.tx.people.by_telegram(one.id) for one in (lina, tom)]
        els = (await counter.tx.people.coaches())[0]
        soon = counter.now + timedelta(days=5)
        await counter.tx.matches.begin(
            new_match((mentee.id, mentor.id), els.id, counter.now, soon)
        )
        for one in (mentee, mentor):
            await move(counter, one, Place.PROPOSED, by=els.id, why="asked")


async def a_session_is_planned(duo: House, amir: Someone, els: Someone) -> None:
    """Els holds an info session in a week, in which Amir has a seat, and plans another one."""
    async with duo.app.actions.samples.desk.open() as counter:
        tx, now = counter.tx, counter.now
        coach = await tx.people.by_telegram(els.id)
        mentee = await tx.people.by_telegram(amir.id)
        when, where = (now + timedelta(days=7), 90), ("", "en")
        session = new_session("info", "brussels", when, where, 9, coach.id)
        await tx.sessions.add(session, now)
        await tx.seats.take(session, mentee.id, now)
        await tx.sessions.write_draft(coach.id, Draft("info", "", "", "en", 9, ""), now)


async def settle(duo: House, people: list[Someone]) -> None:
    """Fatima and Jan are a duo of Els too; Karim waits in another town, the others in this one."""
    for person in people:
        duo.telegram.say(person.id, "/start")
    await duo.settle()
    roles = {one: Role.MENTOR if one in ("Jan", "Bert") else Role.MENTEE for one in WAITING}
    async with duo.app.actions.samples.desk.open() as counter:
        els = (await counter.tx.people.coaches())[0]
        registered = [
            await register_again(counter, person.id, name, role)
            for person, (name, role) in zip(people, roles.items(), strict=True)
        ]
        await form_sample_duo(counter, (registered[0], registered[1]), els)
        await noor_has_a_talk(counter, registered[3], els)
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
        rows["duo"] = (await tx.duos.followed_by(rows["els"], 1))[0].id
        mentees, mentors = [
            await tx.people.ready(role, "brussels", 9) for role in ("mentee", "mentor")
        ]
        rows |= await _talk_of_noor(tx)
        for who in ("amir", "rita", "fatima"):
            asked = select(PromptRow.id).where(PromptRow.person_id == rows[who])
            rows[f"prompt of {who}"] = await tx.connection.scalar(asked)
        rows |= await _planned(tx, rows["amir"])
        rows["match"] = (await tx.matches.open_in("brussels", 1))[0].id
        seat = (await tx.connection.execute(select(SeatRow.id, SeatRow.session_id))).one()
        rows |= {"seat": seat.id, "session": seat.session_id}
    kept = await remembered(duo)
    case = next(row for row in kept["cases"] if "asked" in row)
    (referral,) = kept["referrals"]
    return rows | {"referral": referral[0],
                   "mentee": mentees[0].id, "mentor": mentors[0].id, "case": case[0],
                   "prompt": rows["prompt of amir"]}  # fmt: skip


async def noor_has_a_talk(counter: Counter, noor: Person, coach: Person) -> None:
    """Noor is new, and talks with a coach on Thursday."""
    at = datetime(2026, 3, 12, 9, tzinfo=UTC)
    await counter.tx.people.save(noor.id, road="intake", road_since=counter.now)
    when = (at, at + timedelta(minutes=30), "Europe/Brussels")
    intake = new_intake(noor.id, coach.id, when, "branch", "new")
    assert await counter.tx.intakes.book(intake, counter.now)


async def _talk_of_noor(tx: Transaction) -> dict[str, int]:
    (intake,) = await tx.intakes.open_in("brussels", 2)
    return {"noor": intake.person_id, "intake": intake.id}


async def _planned(tx: Transaction, person_id: int) -> dict[str, int]:
    """What somebody has agreed, offered and planned."""
    duo = await tx.duos.of(person_id)
    (meeting,) = await tx.meetings.latest_of(duo.id, 2)
    offer, draft = (
        await tx.meeting_offers.open_of(duo.id), await tx.meeting_offers.draft_of(person_id)
    )  # fmt: skip
    return {"meeting": meeting.id, "offer": offer.id, "draft": draft.id}


# Each question of somebody who looks for work, and what is tapped there; what is said is None.
STEPS = {
    "language": "English", "consent": "I agree", "role": "I am looking for work",
    "first name": None, "year of birth": None, "town": None, "roots": "Yes",
    "right to work": "Yes, I may work", "languages": "Skip",
    "kind of work": "I know which job", "job": "Skip", "times": "Skip", "source": "Skip",
    "phone": None,
}  # fmt: skip
# What is asked of a mentor, and what is only added or changed.
CORRECTED = {
    "noor": ("first_name", "last_name", "kind", "hope", "online", "interests"),
    "tom": ("capacity", "experience", "network"),
}


async def states(town: Town) -> dict[str, tuple[str, Held]]:
    """Every state in which somebody's words may be an answer: who, and the row they are then."""
    found, watch = {}, town.watch
    noor = town.house.meet("Noor", "en")
    town.people["noor"] = noor
    await noor.says("/start")
    answers = iter(["Noor", "1950", "Ghent", "Skip"])
    for state, label in STEPS.items():
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
    for who, questions in CORRECTED.items():
        person = town.people[who]
        for question in questions:
            await person.forges(f"cg:{question}", newest_of_bot(person))
            found[f"{who} corrects: {question}"] = (who, await watch.hold(person))
            watch.held.clear()
    await leaves(noor)
    found["gone"] = ("noor", await watch.hold(noor))
    watch.held.clear()
    for who in ("amir", "els"):
        found[f"{who} in the programme"] = (who, await watch.hold(town.people[who]))
    watch.held.clear()
    return found
