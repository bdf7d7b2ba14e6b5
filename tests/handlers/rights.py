"""Who may do what: every handler belongs to exactly one action, and each action says who may.

The rows are those of the table of rights for which there are doors. What somebody may do with what
is their own (their answers, their meetings) is tried with what is Amir's and Rita's in the town.
"""

from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Who stands at a door. Els is the coach of the duo of Amir and Rita."""

    STRANGER = "a stranger"
    AMIR = "the mentee of the duo"
    RITA = "the mentor of the duo"
    KARIM = "a mentee of another branch"
    TOM = "a mentor who waits"
    JAN = "a mentor whose duo is over"
    FATIMA = "a mentee who has left"
    ELS = "the coach of the duo"
    NADIA = "a coach of another branch"
    ODILE = "a coordinator of another branch"
    GONE = "a coach who has left"


EVERYBODY = frozenset(Who)
THE_TWO = frozenset({Who.AMIR, Who.RITA})
MENTORS = frozenset({Who.RITA, Who.TOM, Who.JAN})
OF_THE_BRANCH = frozenset({Who.AMIR, *MENTORS})
STAFF = frozenset({Who.ELS, Who.NADIA, Who.ODILE})
OWN_COACH = frozenset({Who.ELS})
COORDINATORS = frozenset({Who.ODILE})


@dataclass(frozen=True, slots=True)
class Right:
    """Who may come in at these doors with what is in the town."""

    may: frozenset[Who]
    doors: tuple[str, ...]


RIGHTS = {
    "start, help, crisis lines, signposting": Right(EVERYBODY, (
        "danger.answer", "danger.hear", "danger.hear_change", "guide.not_words",
        "guide.old_button", "guide.show_help", "guide.show_menu", "guide.unknown_command",
        "hiding.hide", "languages.choose", "languages.offer", "registration.start",
        "services.call", "services.print_page", "services.say_in_dutch",
        "services.say_in_french", "services.show_on_map", "signposts.emergency",
        "signposts.find", "signposts.need", "signposts.places", "signposts.service",
        "signposts.theme",
    )),
    "register, by oneself or by an invitation": Right(EVERYBODY, (
        "invitations.accept", "matching.show_proposal", "registration.add",
        "registration.change", "registration.choose", "registration.go_back",
        "registration.hear", "registration.overview",
    )),
    "one's own break, question, letters and privacy": Right(EVERYBODY, (
        "calendars.make_link", "calendars.show", "calendars.stop_link", "hand_over.decline",
        "pauses.ask_why", "pauses.resume", "pauses.say_why", "pauses.stop",
        "pauses.stop_surely", "pauses.until",
        "phones.ask", "phones.decline", "phones.hear_contact", "phones.show", "phones.stop",
        "privacy.ask_to_withdraw",
        "privacy.keep", "privacy.show", "privacy.withdraw", "ready_sentences.groups",
        "reachability.blocked", "reachability.returned", "referrals.decline",
        "referrals.offer", "referrals.keep", "rhythms.choose", "rhythms.set_", "rhythms.show",
    )),
    "one's own search for help, kept for a while": Right(frozenset({Who.AMIR}), (
        "referrals.answer", "referrals.forget", "referrals.say_barrier",
    )),
    "tell that an entry of the directory is wrong": Right(EVERYBODY, (
        "keeping.complain", "keeping.report",
    )),
    "give a service to one's mentee": Right(frozenset({Who.RITA}), ("hand_over.give",)),
    "answer the weekly check-in": Right(frozenset({Who.AMIR}), (
        "check_ins.answer", "check_ins.ask_again", "check_ins.correct", "check_ins.say_feeling",
        "check_ins.say_length", "obstacles.ask", "obstacles.choose", "obstacles.tell",
    )),
    "propose, accept, move or cancel a meeting": Right(THE_TWO, (
        "meetings.ask_to_cancel", "meetings.cancel", "meetings.choose_spot", "meetings.drop",
        "meetings.hours", "meetings.keep", "meetings.mine", "meetings.minutes",
        "meetings.month", "meetings.move", "meetings.none_fits", "meetings.offer_spots",
        "meetings.pick", "meetings.plan", "meetings.plan_instead", "meetings.propose_others",
        "meetings.send", "meetings.send_all", "meetings.send_mine", "meetings.send_only",
        "meetings.send_open_or_not", "meetings.send_usual", "meetings.show",
        "meetings.show_plan", "meetings.take", "meetings.turn", "meetings.withdraw",
        "on_the_day.ask_how_late", "on_the_day.ask_what_instead", "on_the_day.come_late",
        "on_the_day.show_place", "ready_sentences.group", "ready_sentences.tell",
    )),
    "say which times suit for the first meeting; object to a note about oneself": Right(THE_TWO, (
        "convention.none_suits", "convention.object_", "convention.other_time",
        "convention.read_own", "convention.show_meeting", "convention.suits",
    )),
    "read and sign the convention": Right(THE_TWO | OWN_COACH, (
        "convention.later", "convention.print_it", "convention.read", "convention.sign",
    )),
    "plan the first meeting, follow who has signed": Right(OWN_COACH, (
        "convention.ask_paper", "convention.note_paper", "convention.open_day",
        "convention.plan", "convention.print_for", "convention.remind", "convention.say_held",
        "convention.say_not_held",
        "convention.send", "convention.show", "convention.turn", "convention.turn_place",
    )),
    "cancel the first meeting": Right(THE_TWO | OWN_COACH, ("convention.cancel",)),
    "choose a time for one's own first talk": Right(EVERYBODY, (
        "intakes.begin", "intakes.call_me",
    )),
    "see, move, cancel or write up a first talk of one's own branch": Right(OWN_COACH, (
        "intakes.answers", "intakes.ask_answer", "intakes.ask_note", "intakes.ask_to_cancel",
        "intakes.ask_which_help", "intakes.ask_why_wait", "intakes.called", "intakes.cancel",
        "intakes.decide", "intakes.held", "intakes.look_at", "intakes.missed", "intakes.move",
        "intakes.person", "intakes.pick", "intakes.plan_for", "intakes.show",
        "intakes.take_up", "intakes.talk_now", "intakes.theme", "intakes.themes",
        "intakes.turn_need", "intakes.turn_to",
    )),
    "give time for first talks, and see who has one": Right(STAFF, (
        "intake_hours.choose_day", "intake_hours.give", "intake_hours.show",
        "intake_hours.take_back", "intakes.coming", "intakes.people",
    )),
    "ask for a coach": Right(EVERYBODY, ("requests.open_request",)),
    "follow one's own call for a coach": Right(frozenset({Who.AMIR}), (
        "requests.doubt", "requests.say_about", "requests.say_audience",
        "requests.say_urgency", "requests.show", "requests.solve",
    )),
    "say whether a new coach may read what was written": Right(EVERYBODY, ("staff.hear_words",)),
    "change or withdraw what one wrote; close one's own line": Right(EVERYBODY, (
        "case_talk.change", "case_talk.stop",
    )),
    "see info sessions and the training; say with a code that one is there": Right(EVERYBODY, (
        "sessions.arrive", "sessions.show", "training.hear", "training.show",
    )),
    "see where one is on the road to a duo": Right(EVERYBODY, (
        "waiting.again", "waiting.found", "waiting.rest", "waiting.show", "waiting.still",
    )),
    "book or give back a seat in an info session": Right(OF_THE_BRANCH, (
        "sessions.give_back", "sessions.look", "sessions.take",
    )),
    "choose dates of the training": Right(MENTORS, ("training.dates", "training.take_series")),
    "plan a session of one's own branch": Right(STAFF, (
        "sessions.ask", "sessions.begin", "sessions.choose", "sessions.drop", "sessions.plan",
    )),
    "hold or cancel a session, and say who was there": Right(OWN_COACH, (
        "sessions.again", "sessions.all_there", "sessions.ask_to_cancel", "sessions.call_roll",
        "sessions.cancel", "sessions.mark", "sessions.open_", "sessions.show_code",
        "sessions.walk_in", "sessions.who_else",
    )),
    "record why a mentor need not do the training": Right(OWN_COACH, (
        "training.ask_exception", "training.mentor", "training.record_exception",
    )),
    "acknowledge, answer or close an escalation": Right(OWN_COACH, (
        "case_talk.choose", "case_talk.note", "case_talk.read", "case_talk.ready",
        "case_talk.reply", "case_talk.send", "case_talk.turn_to", "cases.ask_if_sure",
        "cases.ask_until_when", "cases.ask_whom", "cases.call_made", "cases.close",
        "cases.close_surely", "cases.give_back", "cases.hand", "cases.lay_aside",
        "cases.not_reached", "cases.show", "cases.spoke", "cases.take",
    )),
    "see the caseload of one's own": Right(STAFF, (
        "barriers.show", "cases.mine", "cases.turn_to", "duo_views.mine", "duo_views.turn_to",
    )),
    "see who can be matched in one's own branch": Right(STAFF, (
        "matching.to_match", "matching.turn_to",
    )),
    "suggest two people to each other, and follow it": Right(OWN_COACH, (
        "matching.ask_again", "matching.ask_both", "matching.let_go", "matching.mentors_for",
        "matching.show_match", "matching.show_pair",
    )),
    "answer a proposal to meet somebody": Right(frozenset({Who.TOM}), (
        "matching.agree", "matching.decline",
    )),
    "see a duo of one's own caseload": Right(OWN_COACH, ("duo_views.show",)),
    "propose a change of the directory": Right(STAFF, (
        "keeping.assure", "keeping.change", "keeping.change_detail", "keeping.confirm",
        "keeping.doubt", "keeping.drop", "keeping.history", "keeping.to_check",
    )),
    "edit the directory of services": Right(COORDINATORS, (
        "keeping.accept", "keeping.changes", "keeping.refuse",
    )),
    "one's own leave, team and codes": Right(STAFF, (
        "groups.offer_code", "second_factor.give_key", "second_factor.give_picture",
        "second_factor.kept_codes", "second_factor.move", "second_factor.name_apps",
        "second_factor.show", "staff.away", "staff.choose_deputy", "staff.end_leave",
        "staff.first_days", "staff.keep_leave", "staff.last_days", "staff.name_deputy",
        "staff.numbers", "staff.offer_deputies", "staff.team",
    )),
    "add or let go a coach, hand over a caseload": Right(OWN_COACH, (
        "staff.choose_heir", "staff.colleague", "staff.confirm_heir", "staff.hand_over",
        "staff.let_go",
    )),
    "see the lists of one's own work": Right(STAFF, (
        "work.menu", "work.new_people", "work.turn_to",
    )),
    "enter a person who is not on Telegram": Right(STAFF, (
        "work.agree", "work.choose_language", "work.enter",
    )),
    "see a person of one's own branch, call them, bring them to Telegram": Right(OWN_COACH, (
        "waiting.note", "work.called", "work.make_link", "work.show", "work.show_call",
    )),
}  # fmt: skip
