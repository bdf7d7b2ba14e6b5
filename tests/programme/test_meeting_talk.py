"""What people write about a meeting that comes, and about times that they were offered."""

import pytest

from bot.programme.meeting_talk import About, Reply, Said, said_about_meeting, said_to_offer

CANNOT = (
    "i am ill, cannot come", "cannot come", "I am ill, I cannot come on Friday",
    "I can't make it on friday", "Sorry Rita, I'm sick and can't come tomorrow",
    "ik kan niet komen", "ik ben ziek, ik kom niet", "Vrijdag kan ik niet komen",
    "ik kan vrijdag niet", "je ne peux pas venir", "je suis malade, je ne viens pas",
    "Je peux pas venir demain, désolée", "I can't come because my child is sick",
)  # fmt: skip
LATE = (
    "i am running 15 minutes late", "I will be late, 20 min", "ik ben te laat",
    "Ik kom 10 minuten te laat", "je serai en retard", "je serai 10 minutes en retard",
)  # fmt: skip
MOVE = (
    "can we move it to saturday at 3pm", "kunnen we verplaatsen", "on peut déplacer",
    "On peut déplacer à lundi 15h ?", "could we reschedule?",
    "kunnen we het verzetten naar maandag",
)  # fmt: skip
WHERE = ("where is it again?", "waar was het weer", "c'est où déjà", "C'est où ?", "the address")
WHEN = ("hoe laat was het weer?", "c'est à quelle heure ?", "when is it again", "quand ?")
CANCEL = ("annuleren", "cancel the meeting please", "je voudrais annuler le rendez-vous")
NO_MEETING = (
    "ik ben ziek", "i am ill", "where is the doctor", "I can't come off drugs", "i cannot sleep",
    "I am late with my rent", "je suis en retard de loyer", "ik kan niet naar huis komen",
    "sorry", "merci", "", "I cannot come " * 20, "waar kan ik eten vinden", "I can't pay",
)  # fmt: skip


@pytest.mark.parametrize(
    ("about", "texts"),
    [(About.CANNOT, CANNOT), (About.LATE, LATE), (About.MOVE, MOVE), (About.WHERE, WHERE),
     (About.WHEN, WHEN), (About.CANCEL, CANCEL)],
)  # fmt: skip
def test_what_is_said_of_a_meeting_is_understood(about: About, texts: tuple[str, ...]):
    read = {text: said_about_meeting(text) for text in texts}
    assert {text: said.about if said else None for text, said in read.items()} == dict.fromkeys(
        texts, about
    )


@pytest.mark.parametrize("text", NO_MEETING)
def test_what_is_about_something_else_is_not(text: str):
    assert said_about_meeting(text) is None


def test_what_else_was_said_is_given_back():
    said = said_about_meeting("I am ill, I can't come, I want to die")
    assert said == Said(About.CANNOT, "i i want to die")
    assert said_about_meeting("Where is it?") == Said(About.WHERE, "")


@pytest.mark.parametrize("text", ["ok", "Ja!", "oui", "d'accord, merci", "that's fine", "is goed"])
def test_a_bare_yes_agrees_with_an_offer(text: str):
    assert said_to_offer(text) is Reply.YES


@pytest.mark.parametrize("text", ["neither suits me", "past niet", "aucun ne va", "non", "Nee"])
def test_a_bare_no_says_that_none_suits(text: str):
    assert said_to_offer(text) is Reply.NONE_FITS


@pytest.mark.parametrize("text", ["friday", "ok, I am hungry", "merci", ""])
def test_anything_else_answers_no_offer(text: str):
    assert said_to_offer(text) is None
