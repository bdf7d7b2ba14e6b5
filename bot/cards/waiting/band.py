"""How long people usually wait for a duo, as far as anybody can say."""

from bot.cards.ways import branch_name
from bot.i18n import Speech
from bot.programme.notices.waiting import WhereYouAre
from bot.programme.programme import Programme
from bot.programme.road import Place


def band_words(notice: WhereYouAre, speech: Speech, programme: Programme) -> str:
    """The band, and that it promises nothing; nothing where nobody waits for a duo."""
    if notice.place not in (Place.TRAINING, Place.READY):
        return ""
    if not notice.high:
        return speech.say(
            "How long does it take? We cannot say yet: too few people found a duo here in the "
            "last 12 months. Your coach can tell you more."
        )
    after = notice.place == Place.TRAINING
    return " ".join(
        part
        for part in (
            speech.say("How long does it take, after the training?")
            if after
            else speech.say("How long does it take?"),
            _where(notice, speech, programme),
            speech.say("That is how it was in the last 12 months. For you it can be shorter or "
                       "longer."),
            speech.say("You have waited longer than most. It is not because of you. Your coach "
                       "can tell you more.")
            if notice.longer
            else "",
        )
        if part
    )  # fmt: skip


def _where(notice: WhereYouAre, speech: Speech, programme: Programme) -> str:
    name = branch_name(notice.branch, speech, programme)
    weeks = _weeks(notice, speech)
    if notice.wide:
        return speech.say("All our branches together: usually {weeks}.", weeks=weeks)
    return speech.say("Usually {weeks} in {branch}.", weeks=weeks, branch=name)


def _weeks(notice: WhereYouAre, speech: Speech) -> str:
    low, high = notice.low, notice.high
    if low == 0:
        return speech.say_many("at most {count} week", "at most {count} weeks", high)
    if low == high:
        return speech.say_many("about {count} week", "about {count} weeks", high)
    return speech.say_many("{low} to {count} week", "{low} to {count} weeks", high, low=low)
