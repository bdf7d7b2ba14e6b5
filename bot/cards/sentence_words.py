"""The words of the ready sentences: short on a button, and as somebody would say them."""

from datetime import UTC, datetime, time

from bot.i18n import Speech
from bot.programme.ready_sentences import Group, Sentence, minutes_late, read_hour

_S = Sentence


def group_words(group: Group, speech: Speech) -> str:
    """What a group is about, on a button."""
    return {
        Group.WAY: speech.button("Late, or I am here"),
        Group.CHANGE: speech.button("Change the meeting"),
        Group.BRING: speech.button("To bring or to do"),
        Group.CALL: speech.button("About calling"),
        Group.KIND: speech.button("Thanks and good luck"),
    }[group]


def label(sentence: Sentence, speech: Speech) -> str:
    """A sentence on a button."""
    if minutes := minutes_late(sentence):
        return speech.button("{minutes} minutes late", minutes=minutes)
    return _labels(speech)[sentence]


def hour_words(hour: str, speech: Speech) -> str:
    """The button that says when one calls."""
    return speech.button("I call you at {time}", time=_clock(hour, speech))


def full(sentence: Sentence, speech: Speech, value: str = "", place: str = "") -> str:
    """A sentence as one says it; ``value`` is an hour as 1430, ``place`` where the two meet."""
    if minutes := minutes_late(sentence):
        return speech.say("I will be about {minutes} minutes late.", minutes=minutes)
    if sentence is Sentence.I_CALL_AT:
        return speech.say("I call you at {time}.", time=_clock(value, speech))
    if place and sentence is Sentence.I_AM_HERE:
        return speech.say("I am here: {place}.", place=place)
    if place and sentence is Sentence.AT_THE_ENTRANCE:
        return speech.say("I am waiting at the entrance: {place}.", place=place)
    return _sentences(speech)[sentence]


def _labels(speech: Speech) -> dict[Sentence, str]:
    return {
        _S.TRANSPORT_IS_LATE: speech.button("My train or bus is late"),
        _S.ON_MY_WAY: speech.button("I am on my way"),
        _S.I_AM_HERE: speech.button("I am here"),
        _S.AT_THE_ENTRANCE: speech.button("I am at the entrance"),
        _S.WHERE_ARE_YOU: speech.button("Where are you?"),
        _S.CANNOT_FIND_IT: speech.button("I cannot find it"),
        _S.CANNOT_COME: speech.button("I cannot come"),
        _S.ILL_TODAY: speech.button("I am ill today"),
        _S.ANOTHER_TIME: speech.button("Another time?"),
        _S.ONLINE_INSTEAD: speech.button("Online this time?"),
        _S.BY_PHONE_INSTEAD: speech.button("By phone this time?"),
        _S.SHORTER: speech.button("I have less time"),
        **_labels_of_things(speech),
        **_labels_of_calls(speech),
    }


def _labels_of_things(speech: Speech) -> dict[Sentence, str]:
    return {
        _S.BRING_CV: speech.button("Bring your CV"),
        _S.BRING_LETTER: speech.button("Bring your letter"),
        _S.BRING_PAPERS: speech.button("Bring your papers"),
        _S.BRING_VACANCY: speech.button("Bring the job advert"),
        _S.DO_YOU_NEED_SOMETHING: speech.button("Do you need something?"),
        _S.I_HAVE_A_QUESTION: speech.button("I have a question"),
        _S.I_DID_IT: speech.button("I have done it"),
    }


def _labels_of_calls(speech: Speech) -> dict[Sentence, str]:
    return {
        _S.CALL_ME: speech.button("Can you call me?"),
        _S.MAY_I_CALL: speech.button("May I call you?"),
        _S.CANNOT_TALK_NOW: speech.button("I cannot talk now"),
        _S.ALL_RIGHT: speech.button("All right!"),
        _S.THANK_YOU: speech.button("Thank you!"),
        _S.GOOD_LUCK: speech.button("Good luck!"),
        _S.HOW_DID_IT_GO: speech.button("How did it go?"),
        _S.WELL_DONE: speech.button("Well done!"),
        _S.SORRY: speech.button("I am sorry"),
        _S.SEE_YOU_THEN: speech.button("See you then!"),
    }


def _sentences(speech: Speech) -> dict[Sentence, str]:
    return {
        _S.TRANSPORT_IS_LATE: speech.say("My train, tram or bus is late."),
        _S.ON_MY_WAY: speech.say("I am on my way."),
        _S.I_AM_HERE: speech.say("I am here."),
        _S.AT_THE_ENTRANCE: speech.say("I am waiting at the entrance."),
        _S.WHERE_ARE_YOU: speech.say("Where are you?"),
        _S.CANNOT_FIND_IT: speech.say("I cannot find the place."),
        _S.CANNOT_COME: speech.say("I cannot come. I am sorry."),
        _S.ILL_TODAY: speech.say("I am ill today."),
        _S.ANOTHER_TIME: speech.say("Can we choose another time?"),
        _S.ONLINE_INSTEAD: speech.say("Can we meet online this time?"),
        _S.BY_PHONE_INSTEAD: speech.say("Can we talk by phone this time?"),
        _S.SHORTER: speech.say("I have less time. Can we keep it short?"),
        **_sentences_of_things(speech),
        **_sentences_of_calls(speech),
    }


def _sentences_of_things(speech: Speech) -> dict[Sentence, str]:
    return {
        _S.BRING_CV: speech.say("Please bring your CV."),
        _S.BRING_LETTER: speech.say("Please bring your letter for the job."),
        _S.BRING_PAPERS: speech.say("Please bring your papers."),
        _S.BRING_VACANCY: speech.say("Please bring the job advert."),
        _S.DO_YOU_NEED_SOMETHING: speech.say("Do you need something? Just tell me."),
        _S.I_HAVE_A_QUESTION: speech.say("I have a question for you."),
        _S.I_DID_IT: speech.say("I have done what we agreed."),
    }


def _sentences_of_calls(speech: Speech) -> dict[Sentence, str]:
    return {
        _S.CALL_ME: speech.say("Can you call me?"),
        _S.MAY_I_CALL: speech.say("May I call you?"),
        _S.CANNOT_TALK_NOW: speech.say("I cannot talk now. Later is fine."),
        _S.ALL_RIGHT: speech.say("All right!"),
        _S.THANK_YOU: speech.say("Thank you!"),
        _S.GOOD_LUCK: speech.say("Good luck with your interview!"),
        _S.HOW_DID_IT_GO: speech.say("How did it go?"),
        _S.WELL_DONE: speech.say("Well done!"),
        _S.SORRY: speech.say("I am sorry."),
        _S.SEE_YOU_THEN: speech.say("See you then!"),
    }


def _clock(hour: str, speech: Speech) -> str:
    """An hour such as 1430, as it is written in this language."""
    at = datetime.combine(datetime(2026, 1, 1, tzinfo=UTC), read_hour(hour) or time(0), UTC)
    return speech.time(at, UTC)
