"""Plain words mean the same in any state, and an answer stays an answer."""

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from bot.programme.intents import Intent
from bot.programme.names import normalise
from bot.programme.plain_words import begins_with_coach, is_agreed, understand
from bot.programme.registering.said import SPOKEN
from bot.programme.utterances import UTTERANCES
from bot.settings import load_programme

SAID = {
    "nl": {
        Intent.HELP: [
            "help",
            "Hulp!",
            "Ik heb hulp nodig",
            "kan je me helpen?",
            "kan iemand mij helpen?",
        ],
        Intent.FIND_HELP: ["hulp zoeken", "Waar kan ik hulp vinden?", "wie kan mij helpen"],
        Intent.EMERGENCY: ["SOS", "noodgeval!", "dit is een noodgeval", "Ik ben in gevaar!!"],
        Intent.STOP: ["stop", "STOP!!", "Pauze", "ik wil stoppen", "Geen berichten meer aub"],
        Intent.RESUME: ["hervat", "ga verder", "Ik ben terug"],
        Intent.COACH: [
            "ik wil mijn coach spreken",
            "Hallo, ik wil mijn coach spreken alsjeblieft",
            "mijn coach",
            "kan ik mijn coach spreken?",
            "Kan iemand mij bellen aub?",
            "ik wil even praten",
        ],
        Intent.INTAKE: ["mijn eerste gesprek", "wanneer is mijn gesprek?"],
        Intent.MEETINGS: ["afspraak", "Onze afspraken", "wanneer zien we elkaar?"],
        Intent.LANGUAGE: ["taal", "Andere taal", "in het Frans aub"],
        Intent.PRIVACY: ["privacy", "mijn gegevens"],
        Intent.MENU: ["menu", "toon het menu"],
        Intent.BACK: ["terug", "vorige vraag"],
        Intent.START: ["hallo", "Hoi!", "start", "goeiemorgen"],
        Intent.ANSWERS: ["mijn antwoorden", "antwoord verbeteren"],
        Intent.THANKS: ["Bedankt!", "dank je wel", "dankjewel", "Heel erg bedankt voor je hulp"],
        Intent.GOOD_NEWS: ["Ik heb werk gevonden!", "goed nieuws!!"],
        Intent.UNCLEAR: ["Ik snap het niet", "ik snap de vraag niet!", "wat bedoel je?"],
        Intent.WORK: ["mijn taken", "Toon mijn werk!"],
        Intent.HIDE: ["verberg", "Verberg dit!", "wis mijn berichten aub"],
        Intent.SESSIONS: ["infomoment", "Wanneer is er een infomoment?"],
        Intent.TRAINING: ["vorming", "mijn vorming aub"],
        Intent.PROPOSAL: ["Ken ik mijn mentor al?", "is er al een voorstel"],
        Intent.MATCH: ["koppelen", "Wie wacht op een duo?"],
        Intent.ROAD: ["hoe lang nog?", "Waar sta ik?"],
        Intent.AGREEMENT: ["onze overeenkomst", "Toon de overeenkomst!"],
    },
    "fr": {
        Intent.HELP: [
            "aide",
            "À l'aide !",
            "j’ai besoin d’aide",
            "jai besoin daide",
            "aide-moi stp",
        ],
        Intent.FIND_HELP: ["trouver de l'aide", "Où trouver de l’aide ?", "qui peut m'aider"],
        Intent.EMERGENCY: ["sos", "URGENCE", "c'est une urgence !", "je suis en danger"],
        Intent.STOP: ["stop", "arrête", "pause", "Je veux faire une pause s'il te plaît"],
        Intent.RESUME: ["reprendre", "on continue"],
        Intent.COACH: [
            "parler à mon coach",
            "parler a ma coach svp",
            "Bonjour, je veux parler à mon coach, merci",
            "je voudrais parler à quelqu'un",
            "Rappelez-moi s'il vous plaît",
            "jai besoin de parler",
        ],
        Intent.INTAKE: ["mon premier entretien", "Quand est mon entretien ?"],
        Intent.MEETINGS: ["rendez-vous", "RDV", "Je veux prendre rendez-vous svp"],
        Intent.LANGUAGE: ["langue", "changer de langue", "en néerlandais"],
        Intent.PRIVACY: ["vie privée", "mes données"],
        Intent.MENU: ["menu", "menu principal"],
        Intent.BACK: ["retour", "question précédente"],
        Intent.START: ["bonjour", "Salut !", "commencer", "Pardon, bonjour, merci"],
        Intent.ANSWERS: ["mes réponses", "corriger une réponse"],
        Intent.THANKS: [
            "Merci",
            "merci beaucoup !",
            "Un grand merci",
            "je te remercie",
            "Bonjour, merci !",
        ],
        Intent.GOOD_NEWS: ["J’ai trouvé du travail !", "jai trouve un travail"],
        Intent.UNCLEAR: ["Je ne comprends pas la question", "jai pas compris"],
        Intent.WORK: ["mes tâches", "Montre mon travail"],
        Intent.HIDE: ["cache", "Cacher les messages", "efface mes messages stp"],
        Intent.SESSIONS: ["séance d'info", "une seance d info svp"],
        Intent.TRAINING: ["formation", "Quand est la formation ?"],
        Intent.PROPOSAL: ["Est-ce que j’ai déjà un mentor ?", "la proposition"],
        Intent.MATCH: ["former un duo", "Qui attend un duo ?"],
        Intent.ROAD: ["où j'en suis", "Combien de temps je dois attendre ?"],
        Intent.AGREEMENT: ["notre convention", "Montre la convention"],
    },
    "en": {
        Intent.HELP: ["help", "Help me please", "Can somebody help me?"],
        Intent.FIND_HELP: ["find help", "Where can I get help?", "who can help me"],
        Intent.EMERGENCY: ["SOS!", "emergency", "this is an emergency", "I'm in danger"],
        Intent.STOP: ["stop", "pause", "I want to stop now", "no more messages"],
        Intent.RESUME: ["resume", "I’m back", "please continue"],
        Intent.COACH: [
            "I want my coach",
            "Hi, I want to talk to my coach please",
            "can I talk to my coach?",
            "coach",
            "Please call me",
            "I need to talk",
        ],
        Intent.INTAKE: ["my first talk", "When is my talk?"],
        Intent.MEETINGS: ["meeting", "Our meetings", "I want to plan a meeting please"],
        Intent.LANGUAGE: ["language", "change language", "in French please"],
        Intent.PRIVACY: ["privacy", "my data"],
        Intent.MENU: ["menu", "show me the menu"],
        Intent.BACK: ["back", "go back"],
        Intent.START: ["hello", "Hi", "start", "good morning"],
        Intent.ANSWERS: ["my answers", "change an answer"],
        Intent.THANKS: ["thanks", "Thank you!", "thank you so much!!", "ok thanks", "thank u"],
        Intent.GOOD_NEWS: ["I found a job!", "good news"],
        Intent.UNCLEAR: ["I don't understand", "i dont understand", "What do you mean?"],
        Intent.WORK: ["show my work", "My tasks!"],
        Intent.HIDE: ["hide", "Hide this please!", "delete my messages"],
        Intent.SESSIONS: ["info session", "sessions please"],
        Intent.TRAINING: ["training", "My training please"],
        Intent.PROPOSAL: ["Who is my mentor?", "do I have a mentee yet"],
        Intent.MATCH: ["match", "Who can be matched?"],
        Intent.ROAD: ["Where am I?", "how long do I have to wait"],
        Intent.AGREEMENT: ["our agreement", "Show the agreement, please"],
    },
}
NAMES = [
    "Max", "Amir", "Rita", "Els", "Tom", "Coachella", "Frans", "Dag", "Helpert", "Stopa", "Alma",
    "Menuka", "Starr", "Hien", "Hila", "Bonita", "Paus", "Engels", "Taalib", "Nu", "Even",
    "Nour", "Sami", "Backer", "Terugge", "Jean-Luc", "أمير", "李", "Olena", "Please",
    "Ok", "Beste", "Hadi", "Hoyt", "Dawn French", "Aïda", "Retourné", "Hi Max",
]  # fmt: skip
OTHER_ANSWERS = [
    "1998", "98", "31/12/1998", "°1998", "0478 12 34 56", "", "  ", "...", "👍",
    "ja", "nee", "oui", "non", "yes", "no", "mentor", "mentee", "ik ben mentor",
    "Nederlands", "Français", "English", "Luik", "Halle", "Stoumont",
    "ik stop niet", "ik help graag", "help is niet nodig", "mijn coach heet Els",
    "geen hulp nodig", "we hebben elkaar gezien", "coach Els was ziek", "aub",
    "je n'arrête pas", "Salut c'est Amir", "bonjour tristesse",
    "I will not stop", "my coach is Els", "hello Kitty", "stop stop maar ik ga door",
]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_plain_words_are_understood_in_every_language(language):
    said = [(words, intent) for intent, many in SAID[language].items() for words in many]
    assert len(said) >= 15
    assert {intent for _, intent in said} == set(Intent)
    assert [(words, understand(words)) for words, _ in said] == said


@pytest.mark.parametrize("answer", [*NAMES, *OTHER_ANSWERS])
def test_an_answer_stays_an_answer(answer):
    assert understand(answer) is None


@pytest.mark.parametrize("programme", ["duo", "mentor2work"])
def test_no_town_is_taken_for_a_request(programme):
    towns = [town for branch in load_programme(programme).branches for town in branch.towns]
    assert [town for town in towns if understand(town)] == []


def test_no_answer_to_a_question_with_choices_is_taken_for_a_request():
    spoken = [words for choices in SPOKEN.values() for many in choices.values() for words in many]
    assert [words for words in spoken if understand(words)] == []


def test_every_language_has_words_for_every_intent():
    assert {language: set(words) for language, words in UTTERANCES.items()} == {
        language: set(Intent) for language in ("nl", "fr", "en")
    }


def test_no_words_mean_two_things():
    meanings = {intent: set[str]() for intent in Intent}
    for words in UTTERANCES.values():
        for intent, utterances in words.items():
            meanings[intent] |= {normalise(one) for one in utterances}
    for one, other in combinations(Intent, 2):
        assert meanings[one] & meanings[other] == set()


EVERYTHING = [
    (one, intent)
    for words in UTTERANCES.values()
    for intent, utterances in words.items()
    for one in utterances
]


@given(
    st.sampled_from(EVERYTHING),
    st.sampled_from(
        ["{}", "{}!", "  {} ?", "Hallo, {}", "{} svp", "{}, please", "sorry {} merci"]
    ),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_capitals_punctuation_and_courtesy_change_nothing(said, around, spelled):
    words, intent = said
    assert understand(spelled(around.format(words))) is intent


def test_a_long_message_is_never_a_request():
    assert understand("ok " * 20 + "stop") is Intent.STOP
    assert understand("ok " * 1000 + "stop") is None


@given(st.text())
def test_any_text_is_understood_or_not_without_failing(text):
    assert understand(text) in {None, *Intent}


@pytest.mark.parametrize(
    "words",
    [
        "I want to talk to my coach, I have a problem with my house",
        "Bonjour, je veux parler à mon coach, j’ai un problème avec mon logement",
        "Ik wil met mijn coach praten want ik ben mijn papieren kwijt",
    ],
)
def test_a_sentence_can_begin_with_the_coach_and_go_on(words):
    assert begins_with_coach(words)


@pytest.mark.parametrize("words", ["my coach is ill today", "I want to talk to my coach", "Amir"])
def test_what_only_names_the_coach_or_says_no_more_is_no_such_sentence(words):
    assert not begins_with_coach(words)


@pytest.mark.parametrize(
    "said", ["ok", "Ok, ik ga!", "d'accord, merci", "is goed, dank u wel", "I am going. Thanks"]
)
def test_who_only_agrees_asks_for_nothing(said):
    assert is_agreed(said)


@pytest.mark.parametrize("said", ["ok, maar waar is dat?", "goed, en wanneer?", "merci", "non"])
def test_who_asks_on_does_not_only_agree(said):
    assert not is_agreed(said)


@pytest.mark.parametrize(
    "said",
    ["Je veux voir mon coach. On m'a pris mes papiers", "ik wil mijn coach, nu mijn huur stijgt",
     "Hello I need my coach: the office sent me away"],
)  # fmt: skip
def test_who_asks_for_the_coach_and_then_says_why_is_heard(said):
    assert begins_with_coach(said)


@pytest.mark.parametrize("said", ["My coach, Els, is ill", "mon coach, oui", "I want my coach."])
def test_who_names_the_coach_or_says_nothing_more_does_not_begin_so(said):
    assert not begins_with_coach(said)
