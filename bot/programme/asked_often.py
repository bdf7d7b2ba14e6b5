"""What newcomers ask before they answer: what a mentor is, what it costs, who reads along."""

from collections.abc import Mapping
from enum import StrEnum

from bot.programme.names import normalise


class OftenAsked(StrEnum):
    """What a question is about."""

    MENTOR = "mentor"
    COST = "cost"
    READERS = "readers"
    MACHINE = "machine"
    LENGTH = "length"


# Without capitals, accents and apostrophes. Who asks it in a sentence with more than this is
# heard as everybody is.
_ASKED: Mapping[OftenAsked, tuple[str, ...]] = {
    OftenAsked.MENTOR: (
        "wat is een mentor", "wat is dat een mentor", "wat doet een mentor", "wat is mentor",
        "wat is een mentee", "wat moet een mentor doen", "wat moet ik doen als mentor",
        "wat doe ik als mentor", "wat is het verschil", "wat betekent mentor",
        "wat betekent mentee", "mentor wat is dat", "mentee wat is dat",
        "c est quoi un mentor", "c est quoi mentor", "c est quoi un mentee",
        "qu est ce qu un mentor", "qu est ce que c est un mentor", "que fait un mentor",
        "qu est ce qu un mentee", "qu est ce qu un mentor fait", "un mentor c est quoi",
        "un mentee c est quoi", "quelle est la difference",
        "que fait un mentee", "que veut dire mentor",
        "what is a mentor", "what is mentor", "what does a mentor do", "what is a mentee",
        "what is mentee", "whats a mentor", "what s a mentor", "what does a mentee do",
        "what is the difference", "what do i do as a mentor", "what does mentor mean",
    ),
    OftenAsked.COST: (
        "wat kost dat", "wat kost het", "kost dat geld", "kost het geld", "hoeveel kost dat",
        "hoeveel kost het", "is het gratis", "is dat gratis", "is dit gratis", "gratis",
        "moet ik betalen", "moet ik iets betalen", "moet ik daarvoor betalen",
        "ca coute combien", "combien ca coute", "ca coute quoi", "c est gratuit",
        "est ce que c est gratuit", "gratuit", "c est payant", "je dois payer",
        "est ce que je dois payer", "il faut payer", "faut il payer", "quel est le prix",
        "how much is it", "how much does it cost", "what does it cost", "does it cost money",
        "is it free", "is this free", "free", "do i have to pay", "must i pay", "do i need to pay",
    ),
    OftenAsked.READERS: (
        "wie leest dit", "wie leest dat", "wie leest mijn antwoorden", "wie ziet dit",
        "wie ziet mijn antwoorden", "wie kan dit lezen", "wie kan dit zien",
        "qui lit ca", "qui lit cela", "qui lit mes reponses", "qui voit ca", "qui peut lire ca",
        "qui voit mes reponses", "qui peut voir ca",
        "who reads this", "who reads my answers", "who sees this", "who sees my answers",
        "who can read this", "who can see this", "who will read this",
    ),
    OftenAsked.MACHINE: (
        "ben jij een mens", "ben je een mens", "ben je een robot", "ben jij een robot",
        "ben je een machine", "ben jij echt", "is dit een robot", "is dit een mens",
        "praat ik met een mens",
        "tu es un robot", "es tu un robot", "tu es une machine", "tu es une personne",
        "es tu une personne", "c est un robot", "est ce que tu es un robot",
        "are you a robot", "are you human", "are you a human", "are you a person",
        "are you a machine", "are you real", "is this a robot", "am i talking to a person",
        "is this a bot", "are you a bot",
    ),
    OftenAsked.LENGTH: (
        "hoelang duurt dat", "hoe lang duurt dat",
        "hoeveel tijd kost dat", "hoeveel tijd kost het", "hoeveel tijd vraagt dat",
        "combien de temps", "ca dure combien de temps", "combien de temps ca dure",

        "how long is it", "how much time does it take",
        "how much time does it cost", "how long does this take",
    ),
}  # fmt: skip
TOPIC_OF = {words: topic for topic, asked in _ASKED.items() for words in asked}


def often_asked(text: str) -> OftenAsked | None:
    """What is asked, when the whole text asks it."""
    return TOPIC_OF.get(normalise(text))
