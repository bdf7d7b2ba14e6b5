"""What the two tell each other without writing: the same thing in the words of either language."""

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.day_buttons import GroupTap, SentenceTap
from bot.cards.meeting_letters import changing
from bot.cards.sentence_words import full, group_words, hour_words, label
from bot.cards.told_meetings import line, moment_of
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices import (
    ReadySentence,
    SentenceGroups,
    SentenceNotTold,
    SentencesOfGroup,
    SentenceTold,
)
from bot.programme.programme import Programme
from bot.programme.ready_sentences import (
    GROUPS,
    NEEDS_ANOTHER_TIME,
    Group,
    Sentence,
)
from bot.programme.told_meetings import ToldMeeting

ENOUGH = "enough"


def sentence_groups(notice: SentenceGroups, speech: Speech, programme: Programme) -> Card:
    """First what it is about."""
    del programme
    text = paragraphs(
        speech.say("What would you like to tell {partner}?", partner=notice.partner),
        speech.say("Choose a sentence. I say it in the language of {partner}.",
                   partner=notice.partner),
    )  # fmt: skip
    taps = [
        Button(group_words(group, speech), GroupTap(duo_id=notice.duo_id, group=group).pack())
        for group in Group
    ]
    return Card(text, one_a_row(*taps, way(Place.MEETINGS, speech), way(Place.MENU, speech)))


def sentences_of_group(notice: SentencesOfGroup, speech: Speech, programme: Programme) -> Card:
    """Then the sentence itself; a tap tells it."""
    del programme
    group = Group(notice.group)
    text = paragraphs(
        speech.say("What shall I tell {partner}?", partner=notice.partner),
        speech.say("I tell it when you tap."),
    )
    sentences = [one for one in GROUPS[group] if one is not Sentence.I_CALL_AT]
    taps = [_tap(notice.duo_id, one, label(one, speech)) for one in sentences]
    if group is Group.CALL:
        taps += [
            _tap(notice.duo_id, Sentence.I_CALL_AT, hour_words(hour, speech), hour)
            for hour in notice.hours
        ]
    back = Button(speech.button("Something else"), Go(to=Place.SAY).pack())
    return Card(text, one_a_row(*taps, back))


def ready_sentence(notice: ReadySentence, speech: Speech, programme: Programme) -> Card:
    """Who says it, what, and about which meeting; with a way to answer."""
    said = Sentence(notice.sentence)
    told = ToldMeeting.read(notice.meeting) if notice.meeting else None
    place = line(told, speech, programme) if told else ""
    says = speech.say("{name} tells you:", name=notice.teller)
    text = paragraphs(
        f"{says}\n{full(said, speech, notice.value, place)}",
        _about(told, speech) if told else "",
    )
    answer = Button(speech.button("Answer {name}", name=notice.teller), Go(to=Place.SAY).pack())
    return Card(text, one_a_row(*_all_right(notice, said, speech), answer))


def sentence_told(notice: SentenceTold, speech: Speech, programme: Programme) -> Card:
    """What the other one reads, in the words of who told it, and what may have to follow."""
    said = Sentence(notice.sentence)
    told = ToldMeeting.read(notice.meeting) if notice.meeting else None
    place = line(told, speech, programme) if told else ""
    if notice.in_the_morning:
        says = speech.say("{partner} reads this in the morning:", partner=notice.partner)
    else:
        says = speech.say("I have told {partner}:", partner=notice.partner)
    more = Button(speech.button("Tell more"), Go(to=Place.SAY).pack())
    rows: Rows = one_a_row(more, way(Place.MEETINGS, speech), way(Place.MENU, speech))
    follows = ""
    if told and said in NEEDS_ANOTHER_TIME:
        follows = speech.say("Your meeting of {moment} still stands. What do you want?",
                             moment=moment_of(told, speech))  # fmt: skip
        can_come = said is Sentence.ANOTHER_TIME
        rows = (*one_a_row(*changing(told.id, speech, can_come=can_come)), *rows)
    return Card(paragraphs(f"{says}\n{full(said, speech, notice.value, place)}", follows), rows)


def sentence_not_told(notice: SentenceNotTold, speech: Speech, programme: Programme) -> Card:
    """Why not, and who can help."""
    del programme
    partner = notice.partner
    if notice.why_not == ENOUGH:
        says = speech.say("{partner} has read much from you this hour. Wait a little.",
                          partner=partner)  # fmt: skip
    else:
        says = speech.say("I cannot reach {partner} now.", partner=partner)
    text = paragraphs(says, speech.say("Is it important? Your coach is happy to help."))
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def _tap(duo_id: int, sentence: Sentence, words: str, value: str = "") -> Button:
    return Button(words, SentenceTap(duo_id=duo_id, sentence=sentence, value=value).pack())


def _all_right(notice: ReadySentence, said: Sentence, speech: Speech) -> tuple[Button, ...]:
    """A quick answer; to kind words none is needed."""
    if said in GROUPS[Group.KIND]:
        return ()
    return (_tap(notice.duo_id, Sentence.ALL_RIGHT, label(Sentence.ALL_RIGHT, speech)),)


def _about(told: ToldMeeting, speech: Speech) -> str:
    return speech.say("Your meeting: {moment}.", moment=moment_of(told, speech))
