"""That a talk of the coach with both is due."""

from bot.cards.active_weeks.weeks import weeks_for_coach
from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.duo_view_buttons import DuoViewTap
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.active_weeks.talks import Milestone
from bot.programme.notices.active_weeks import TalkDue
from bot.programme.programme import Programme


def talk_due(notice: TalkDue, speech: Speech, programme: Programme) -> Card:
    """Who, which talk, and why now."""
    names = {"mentee": notice.mentee, "mentor": notice.mentor}
    week = programme.talks.week_of(Milestone(notice.talk))
    if notice.talk == Milestone.MID_TERM:
        asks = speech.say(
            "It is time for the talk in the middle with {mentee} and {mentor}.", **names
        )
    else:
        asks = speech.say("It is time for the last talk with {mentee} and {mentor}.", **names)
    text = paragraphs(
        asks,
        speech.say_many(
            "They have been a duo for {count} week. Breaks do not count.",
            "They have been a duo for {count} weeks. Breaks do not count.",
            week,
        ),
        weeks_for_coach(week, programme.length_weeks, notice.ends, speech)
        if week < programme.length_weeks
        else "",
        speech.say("Please plan it with both of them."),
    )
    show = Button(speech.button("See this duo"), DuoViewTap(duo_id=notice.duo_id).pack())
    return Card(text, one_a_row(show, way(Place.MY_DUOS, speech)))
