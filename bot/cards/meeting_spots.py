"""Where a duo could meet: what can be chosen, and what is."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.meeting_buttons import PlanStep, PlanTap, SpotTap
from bot.cards.told_meetings import facts_of, where
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.meeting_places import WITH_HOURS, MeetingPlace, PlaceKind
from bot.programme.notices import AskAddress, ChooseMeetingPlace
from bot.programme.notices.meeting_offers import PlaceFacts
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting


def choose_meeting_place(notice: ChooseMeetingPlace, speech: Speech, programme: Programme) -> Card:
    """The public places of the branch with what is known of them, and the other kinds."""
    branch = programme.branch(notice.branch or "")
    public = branch.places if branch else ()
    described = [_described(one, speech) for one in public]
    made_up = programme.sample and bool(public)
    now = notice.place[0] != PlaceKind.OPEN
    chosen = spot_lines(notice.place, notice.branch, speech, programme) if now else ""
    text = paragraphs(
        speech.say("Where do you want to meet?"),
        f"{speech.say('Now it says:')}\n{chosen}" if chosen else "",
        speech.say("Public places near you:") if described else "",
        *described,
        speech.say("This is a test programme. These addresses are not real.") if made_up else "",
    )
    places = [
        Button(fitting(one.name[speech.language]), _tap(notice, PlaceKind.PUBLIC, one.key))
        for one in public
    ]
    kinds = [Button(words, _tap(notice, kind)) for kind, words in _kinds(speech).items()]
    back = PlanTap(step=PlanStep.SHOW, draft_id=notice.draft_id).pack()
    return Card(text, one_a_row(*places, *kinds, Button(speech.button("Go back"), back)))


def ask_address(notice: AskAddress, speech: Speech, programme: Programme) -> Card:
    """The next words are the address."""
    del programme
    unfit = speech.say("I cannot read that as an address.") if notice.unfit else ""
    text = paragraphs(
        unfit,
        speech.say("Write the address: street, number and town."),
        speech.say("Only your duo can read it."),
    )
    back = PlanTap(step=PlanStep.PLACES, draft_id=notice.draft_id).pack()
    rows = one_a_row(Button(speech.button("Go back"), back), way(Place.COACH, speech))
    return Card(text, rows)


def spot_lines(place: PlaceFacts, branch: str | None, speech: Speech, programme: Programme) -> str:
    """Where the two meet: name and address."""
    kind, key, words = place
    told = ToldMeeting(0, 0, "", "", "", 0, kind, key, words, branch or "")
    return where(told, speech, programme)


def hours_hint(place: PlaceFacts, speech: Speech) -> str:
    """Of offices and libraries nobody but they know when they are open."""
    if place[0] not in WITH_HOURS:
        return ""
    return speech.say("Look at the opening hours first.")


def _described(place: MeetingPlace, speech: Speech) -> str:
    named = f"{place.name[speech.language]}, {place.address}"
    return "\n".join((named, *facts_of(place, speech)))


def _kinds(speech: Speech) -> dict[PlaceKind, str]:
    return {
        PlaceKind.BRANCH: speech.button("At our office"),
        PlaceKind.ONLINE: speech.button("Online"),
        PlaceKind.PHONE: speech.button("By phone"),
        PlaceKind.ADDRESS: speech.button("Type an address"),
        PlaceKind.OPEN: speech.button("Decide later"),
    }


def _tap(notice: ChooseMeetingPlace, kind: PlaceKind, key: str = "") -> str:
    return SpotTap(draft_id=notice.draft_id, kind=kind, key=key).pack()
