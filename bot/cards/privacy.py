"""The privacy text, short and whole, and taking back one's consent."""

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import people_to_call, way, ways_to_help, who_i_am
from bot.i18n import Speech
from bot.programme.answering import KEPT_AFTER_DUO
from bot.programme.notices import PrivacyText, Withdrawn, WithdrawQuestion
from bot.programme.programme import Programme
from bot.programme.referrals import KEPT_AT_MOST


def short_privacy(speech: Speech, programme: Programme) -> str:
    """What this is, in three sentences, and what is kept: shown before anything is asked."""
    hello = speech.say("Hello!")
    return paragraphs(
        " ".join((hello, *who_i_am(speech, programme))),
        speech.say(
            "For this I keep your answers, such as your name, age, town, languages and phone. "
            "The coaches can read them."
        ),
        speech.say(
            "Somebody who may fit you reads what you both have in common, without your name. "
            "Your partner reads your first name."
        ),
        speech.say("You can always change your mind. Then I delete your answers. More: /privacy"),
        speech.say("Do you agree?"),
    )


def privacy_text(notice: PrivacyText, speech: Speech, programme: Programme) -> Card:
    """The whole text, with its version, who answers for it, and the way back."""
    text = paragraphs(
        speech.say("Your privacy"),
        speech.say("What I keep: what you told me, your language, and if you met each week."),
        _what_was_told(speech),
        _what_is_kept_of_weeks(speech),
        _what_is_kept_of_referrals(speech),
        speech.say("Why: to form duos, to follow them, and to call your coach when you want it."),
        _who_sees_it(speech),
        speech.say(
            "How long: as long as you take part. If you no longer agree, I delete your answers. "
            "Then I only keep your Telegram account, your language, and when you agreed or not."
        ),
        speech.say(
            "Telegram carries our messages and can see them. Do not send me anything secret."
        ),
        speech.say(
            "Responsible: {controller}. Questions or a complaint? {contact}. "
            "You can also go to the Data Protection Authority.",
            controller=programme.controller,
            contact=programme.contact,
        ),
        speech.say("Version of this text: {version}", version=programme.privacy_version),
    )
    places = (Place.WITHDRAW, Place.MENU) if notice.agreed else (Place.MENU,)
    return Card(text, one_a_row(*(way(place, speech) for place in places)))


def _who_sees_it(speech: Speech) -> str:
    """The coaches all of it; the other one what a proposal of a duo tells, and then a name."""
    return "\n".join((
        speech.say("Who sees it: the coaches."),
        speech.say("Somebody who may fit you reads what you both have in common."),
        speech.say("For example: a language, a kind of work, free times. Without your name."),
        speech.say("Your partner sees your first name, not your other answers."),
    ))  # fmt: skip


def _what_was_told(speech: Speech) -> str:
    """Everything that the questions of the registration ask for, told yet or not."""
    return "\n".join((
        speech.say("I ask for: name, year of birth, town, languages, and your phone number."),
        speech.say("Also: which work, when you can meet, what you hope for, how you came to us."),
        speech.say("Where your roots lie and if you may work: only if the programme needs it."),
        speech.say("You can skip a lot, and change or add answers: /answers"),
    ))  # fmt: skip


def _what_is_kept_of_weeks(speech: Speech) -> str:
    """What the two tell about their weeks; the coach sees it, the other one does not."""
    return "\n".join((
        speech.say("I also keep: how long you met, how it is going, when and where you meet."),
        speech.say("And: which talks, sessions and training you came to, and what you signed."),
        speech.say("A number for your partner I keep only while you share it within your duo."),
        speech.say("Something is in the way? You choose who may know it."),
        speech.say("I never tell your mentor anything about your health."),
        speech.say_many(
            "{count} day after your duo ends I forget: how it went, what was in the way, "
            "typed addresses.",
            "{count} days after your duo ends I forget: how it went, what was in the way, "
            "typed addresses.",
            KEPT_AFTER_DUO.days,
        ),
    ))  # fmt: skip


def _what_is_kept_of_referrals(speech: Speech) -> str:
    """Kept only of who said yes to it, and soon gone."""
    return speech.say_many(
        "May I ask you later if a service helped? Then I keep which one, for {count} day at most.",
        "May I ask you later if a service helped? Then I keep which one, "
        "for {count} days at most.",
        KEPT_AT_MOST.days,
    )


def withdraw_question(notice: WithdrawQuestion, speech: Speech, programme: Programme) -> Card:
    """Asked once, since the answers will be gone."""
    del programme
    text = paragraphs(
        speech.say(
            "Do you no longer agree? Then I delete your answers and I stop writing to you."
        ),
        speech.say("Your duo ends too. Your coach and your partner hear it, without a reason.")
        if notice.in_duo
        else "",
        speech.say("You can also take a break. Then nothing is deleted."),
    )
    places = (Place.WITHDRAW_SURELY, Place.WITHDRAW_NOT, Place.STOP)
    return Card(text, one_a_row(*(way(place, speech) for place in places)))


def withdrawn(notice: Withdrawn, speech: Speech, programme: Programme) -> Card:
    """It is done."""
    del notice
    text = paragraphs(
        speech.say("It is done. Your answers are deleted and I will not write to you any more."),
        speech.say("You are always welcome again. Then write: start."),
        people_to_call(None, speech, programme),
    )
    return Card(text, ways_to_help(speech))
