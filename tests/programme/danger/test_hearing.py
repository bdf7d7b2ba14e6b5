"""Danger is heard in the words people use, and everyday words are left alone."""

import pytest
from hypothesis import given, settings, strategies as some

from bot.programme.danger import Danger, hear_danger, read_what_hears
from bot.programme.danger.likeness import learnt
from bot.programme.danger.phrases import FOLDER, OTHERS, Tone, phrase_lists
from bot.programme.danger.reading import NEEDS_OF_DANGER
from bot.programme.danger.traits import _kindred
from bot.programme.danger.wording import Element, keys_of, read_phrase, spans, written_words
from bot.programme.languages import LANGUAGES
from bot.programme.needs import NEEDS
from bot.programme.needs.finding import _weights

DIRECT = [
    ("nl", "Ik wil dood", "crisis.suicide"), ("nl", "k wil ni meer leve", "crisis.suicide"),
    ("fr", "J'AI ENVIE D'EN FINIR", "crisis.suicide"),
    ("fr", "jai envie den finir", "crisis.suicide"),
    ("en", "I dont want to live anymore", "crisis.suicide"),
    ("nl", "mijn man slaat mij", "violence.partner"),
    ("fr", "mon mari ma frappé", "violence.partner"),
    ("en", "my husband beat me", "violence.partner"),
    ("nl", "mijn baby ademt niet", "crisis.life"), ("fr", "mon bébé respire plus", "crisis.life"),
    ("en", "my son drank bleach", "crisis.poison"),
    ("nl", "ik slaap op straat", "housing.tonight"), ("fr", "je dors dehors", "housing.tonight"),
    ("en", "we no have place for sleep", "housing.tonight"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "said", "need"), DIRECT)
def test_who_says_it_directly_is_heard_and_so_is_what_it_is_about(lang, said, need):
    heard = hear_danger(said)
    assert heard is not None
    assert heard.is_direct
    assert heard.need == need


@pytest.mark.parametrize(
    "said",
    [
        "ik spring van de brug haha grapje",
        "je me pends, je blague",
        "I'll kill myself, just kidding",
    ],
)
def test_what_is_said_as_a_joke_is_asked_about_first(said):
    heard = hear_danger(said)
    assert heard is not None
    assert not heard.is_direct


@pytest.mark.parametrize(
    "said",
    [
        "ik ben doodmoe", "mort de rire", "killing it", "my phone died", "la batterie est morte",
        "ik lach me dood", "I killed the interview", "ik kan niet meer van het lachen",
        "0800 32 123", "112", "", "!!!", "Rosa", "1999", "ik schrik me dood",
        "je suis mort de peur", "mijn telefoon is dood", "ik heb niet gegeten 3 dagen",
        "i have not eaten for 3 days", "hallo, ik wil mensen helpen", "een stuk of 42",
        "een man die ik niet ken", "I am very tired today and nothing works",
        "ik kan niet slapen", "je n'arrive pas à dormir",
    ],
)  # fmt: skip
def test_everyday_words_are_left_alone(said):
    assert hear_danger(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Where is Samusocial?", "waar is het Samusocial", "où est le Samusocial ?",
        "I am ill and I have no papers", "ik ben ziek en ik heb geen papieren",
        "je suis malade et je n'ai pas de papiers", "mijn huisbaas zet me buiten",
        "mon propriétaire veut m'expulser", "my landlord wants me out of my flat",
        "I have no food and my landlord wants me out",
        "I have nothing to eat and I am hungry", "ik heb niets te eten en ik heb honger",
        "je n'ai rien à manger et j'ai faim",
    ],
)  # fmt: skip
def test_who_looks_for_a_service_is_shown_services_and_brings_no_coach_running(said):
    assert hear_danger(said) is None


@pytest.mark.parametrize("said", ["de baas slaat mij", "patron me frappe", "my boss hits me"])
def test_who_is_beaten_at_work_is_shown_the_police_and_no_help_for_partners(said):
    assert hear_danger(said) == Danger("violence.emergency", is_direct=True)


@pytest.mark.parametrize(
    "said", ["بدي موت", "أريد أن أموت", "Ölmek istiyorum!", "Хочу померти", "quiero morir",
             "ክመውት እደሊ ኣለኹ"],
)  # fmt: skip
def test_a_cry_in_a_language_that_nobody_here_speaks_is_heard(said):
    assert hear_danger(said) == Danger("crisis.suicide", is_direct=True)


AGES = [
    "j'ai 27 ans", "j'ai 24 ans", "J'ai 36 ans.", "ik ben 24", "ik ben 27 jaar oud",
    "I am 36", "I'm 24", "I am 36 years old", "27 ans",
]  # fmt: skip
PLAIN = [
    "My landlord wrote to me", "My coach wrote to me", "My sister wrote to me", "He wrote to me",
    "Nobody wrote to me", "My doctor touched my arm to take blood",
    "My mentor touched my shoulder",
    "My landlord gave me a paper", "My uncle called me", "My boss called me", "My baby is sick",
    "The nurse touched my belly, I am pregnant", "My dentist hurt me a little",
    "Mijn huisbaas heeft mij geschreven", "Mijn school heeft mij geschreven",
    "Niemand heeft mij geschreven", "Mijn zus schreef mij", "Mijn baas belde mij",
    "Mijn dokter raakte mijn arm aan", "Mijn buurman gaf mij een papier",
    "Personne ne m'a écrit", "Mon coach m'a écrit", "Mon patron m'a appelé",
    "Mon médecin a touché mon bras", "Mon voisin m'a donné un papier",
    "Mon mentor m'a touché l'épaule", "the one on the left",
    "the one on the door", "my children are asleep and it is dark",
    "le propriétaire menace", "le propriétaire menace de m'expulser",
    "mijn voeten zijn dood", "mijn hoofd is dood", "je veux parler à un humain",
    "I need to speak to a human being",
    "kan er iemand van jullie mij helpen aub? ik snap dit niet",
]  # fmt: skip


WISHES = [
    "I want to work with children", "I would like to work at night", "I want to end my studies",
    "I was a nurse in the war in Syria", "I worked as a butcher in Kabul",
    "I want to work in a slaughterhouse", "I want to stop cleaning and do something else",
    "I don't know what I want to do", "I send letters every day and nobody takes me",
    "I worked with poison against rats", "I want to work with homeless people",
    "I want to help women who are beaten at home", "I would die for a job in fashion",
    "I fled from the war and I want to work", "my wife died and I have time now",
    "my house was bombed in Gaza, now I look for a job here",
    "ik wil in een apotheek werken", "ik wil graag 's nachts werken", "ik was slager in Irak",
    "ik wil een einde maken aan mijn werkloosheid", "ik kan niet lang staan",
    "ik wil niet meer thuis zitten", "ik weet het niet meer, alles is goed",
    "ik schrijf elke dag brieven en niemand neemt mij", "ik wil met daklozen werken",
    "ik wil vrouwen helpen die geslagen worden", "'s avonds als de kinderen slapen",
    "ik was verpleegster in de oorlog in Syrië", "ik ben zevenentwintig jaar",
    "mijn vrouw is gestorven en ik heb nu tijd",
    "je veux travailler de nuit", "je veux en finir avec le chômage", "j'étais boucher au Maroc",
    "je ne veux plus rester à la maison", "j'en ai marre de rester à la maison",
    "je voudrais travailler avec des sans-abri", "je veux aider les femmes battues",
    "j'étais infirmière pendant la guerre en Syrie", "ma femme est décédée et j'ai du temps",
    "je travaille avec des couteaux, je suis cuisinier",
]  # fmt: skip


@pytest.mark.parametrize("said", WISHES)
def test_what_work_somebody_did_or_wants_is_no_danger(said):
    assert hear_danger(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "my husband says he will kill me", "he says he will kill himself if I go",
        "my sister says she wants to die", "my daughter took a lot of pills",
        "mijn man zegt dat hij mij gaat vermoorden", "mijn zus wil niet meer leven",
        "de buurman slaat zijn vrouw", "mijn broer zegt dat hij er een einde aan wil maken",
        "mon mari dit qu'il va me tuer", "ma soeur ne veut plus vivre",
        "il dit qu'il va se suicider si je pars", "mon père frappe ma mère",
        "please help, homeless with two kids", "I want to die, I don't know what I want to do",
        "je veux en finir", "ik wil er een einde aan maken",
    ],
)  # fmt: skip
def test_what_one_says_of_somebody_else_is_heard_and_so_is_a_cry_beside_a_wish(said):
    heard = hear_danger(said)
    assert heard is not None
    assert heard.is_direct


@pytest.mark.parametrize("said", [*AGES, *PLAIN])
def test_an_age_and_what_happens_every_day_are_no_danger(said):
    assert hear_danger(said) is None


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("j'ai 16 ans et mon père me frappe", "violence.partner"),
        ("ik ben 16 jaar en mijn vader slaat mij", "violence.partner"),
        ("he wrote to me that he will kill me", "violence.partner"),
        ("le propriétaire menace de me tuer", "violence.partner"),
        ("my baby is sick and does not breathe", "crisis.life"),
    ],
)
def test_danger_beside_an_age_or_a_letter_is_heard(said, need):
    assert hear_danger(said) == Danger(need, is_direct=True)


@pytest.mark.parametrize("said", ["je vais me suicider au chocolat", "à quoi bon tout ça"])
def test_what_may_be_said_lightly_is_asked_about_first(said):
    assert hear_danger(said) == Danger("crisis.suicide", is_direct=False)


@pytest.mark.parametrize(
    "said",
    [
        "mijn mentee zegt dat ze niet meer wil leven", "ze zegt dat ze dood wil",
        "hij zei mij gisteren dat hij wil sterven", "mijn mentee wil niet meer leven",
        "mijn mentee heeft gezegd dat hij zelfmoord wil plegen",
        "ma mentorée dit qu'elle ne veut plus vivre", "mon ami dit qu'il veut mourir",
        "elle m'a dit qu'elle veut se tuer", "my friend told me she wants to kill herself",
        "my mentee says she does not want to live anymore", "mein Freund sagt, er will sterben",
        "meine Mentee sagt, dass sie nicht mehr leben will",
    ],
)  # fmt: skip
def test_a_wish_to_die_that_another_tells_is_as_direct(said):
    assert hear_danger(said) == Danger("crisis.suicide", is_direct=True)


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("ich will nicht mehr leben", "crisis.suicide"), ("Ich möchte sterben", "crisis.suicide"),
        ("ich moechte sterben", "crisis.suicide"), ("ich werde mich umbringen", "crisis.suicide"),
        ("mein Mann schlägt mich", "violence.partner"),
        ("mein mann schlaegt mich", "violence.partner"),
        ("ich werde von meinem Mann geschlagen", "violence.partner"),
        ("ich wurde vergewaltigt", "violence.sexual"),
        ("mein Kind wird von seinem Vater geschlagen", "violence.child"),
        ("mein Kind atmet nicht", "crisis.life"), ("sie ist ohnmächtig", "crisis.life"),
        ("mein Vater hat einen Herzinfarkt", "crisis.life"),
        ("meine Mutter ist bewusstlos", "crisis.life"),
        ("mein Sohn hat Bleichmittel getrunken", "crisis.poison"),
        ("meine Tochter ist seit gestern verschwunden", "crisis.missing"),
        ("ich habe keinen Platz zum Schlafen", "housing.tonight"),
        ("wir haben heute Nacht kein Dach", "housing.tonight"),
        ("ich schlafe auf der Straße", "housing.tonight"),
    ],
)  # fmt: skip
def test_german_is_heard_with_and_without_its_dots(said, need):
    assert hear_danger(said) == Danger(need, is_direct=True)


@pytest.mark.parametrize(
    "said",
    ["ich kann nicht mehr", "es hat alles keinen Sinn mehr", "ich habe Angst vor meinem Mann"],
)
def test_what_is_veiled_in_german_is_asked_about_first(said):
    heard = hear_danger(said)
    assert heard is not None
    assert not heard.is_direct


@pytest.mark.parametrize(
    "said",
    [
        "ich bin 24", "mein Sohn ist nett", "mein Baby hat Milch getrunken", "ich suche Arbeit",
        "ich kann nicht mehr warten", "ich will sterben vor Lachen", "ich will hier leben",
        "ich habe keinen Platz im Auto", "er sagt, er will kommen", "mein Mann ist krank",
    ],
)  # fmt: skip
def test_everyday_german_is_left_alone(said):
    assert hear_danger(said) is None


def test_the_first_cry_finds_all_read_already():
    kept = (phrase_lists, learnt, _weights, _kindred)
    for one in kept[1:]:  # the lists take longest to read, and are read as the others are
        one.cache_clear()
    read_what_hears()
    before = [one.cache_info().misses for one in kept]
    hear_danger("she said everybody would be better off and then she laughed")
    assert before == [one.cache_info().misses for one in kept]


def test_a_harmless_phrase_does_not_hide_what_is_said_beside_it():
    assert hear_danger("ik ben doodmoe en ik wil dood") is not None
    assert hear_danger("my phone died and my husband beats me") is not None
    assert hear_danger("dood moe van het leven") is not None


def test_what_resembles_what_others_wrote_is_heard_though_no_list_has_it():
    heard = hear_danger("the uncle of my mentee does bad things to the little ones in the shed")
    assert heard is None or not heard.is_direct
    assert hear_danger("each evening i count whether the tablets suffice to leave") is not None


def test_the_end_of_a_long_message_is_heard_too():
    assert hear_danger("het weer is mooi vandaag. " * 100 + "ik wil niet meer leven") is not None


@settings(max_examples=40, deadline=None)
@given(some.text(max_size=300))
def test_any_text_can_be_heard(said):
    heard = hear_danger(said)
    assert heard is None or heard.need in NEEDS_OF_DANGER


@settings(max_examples=40, deadline=None)
@given(some.sampled_from(DIRECT), some.sampled_from(["", "!!!", " :(", " ???"]))
def test_capitals_and_marks_change_nothing(entry, after):
    said = entry[1]
    assert hear_danger(said.upper() + after) == hear_danger(said)


# The lists.


def test_there_is_a_list_for_each_language():
    assert {one.stem for one in FOLDER.glob("*.toml")} == {*LANGUAGES, OTHERS}


def test_every_phrase_says_which_need_it_speaks_of_and_can_be_found():
    entries = {
        id(one): one for each in phrase_lists() for key in each.by_key.values() for one in key
    }
    for entry in entries.values():
        assert entry.tone in (Tone.HARMLESS, Tone.JOKING) or entry.need in NEEDS_OF_DANGER
        assert keys_of(entry.phrase)
    assert set(NEEDS_OF_DANGER) <= set(NEEDS)


def test_a_phrase_may_lack_words_skip_some_and_use_a_name():
    names = {"me": "mij/me"}
    phrase = read_phrase("slaa* (altijd) <me> ... dood", names)
    assert phrase[0] == Element(beginnings=("slaa",))

    def found(said: str) -> list[tuple[int, int]]:
        return list(spans(phrase, written_words(said)))

    assert found("hij slaat me dood") == [(1, 4)]
    assert found("hij slaat altijd mij nog eens helemaal dood") == [(1, 8)]
    assert found("hij slaat mij een twee drie vier vijf dood") == []
    assert found("hij slaat haar dood") == []
    assert found("hij slaat me") == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("J'ai HEEEELP", ["jai", "help"]), ("j ai faim", ["jai", "faim"]),
        ("s t op", ["s", "top"]), ("d", ["d"]), ("t k", ["t", "k"]), ("été", ["ete"]),
    ],
)  # fmt: skip
def test_words_are_read_without_marks_and_with_their_lost_apostrophes(said, words):
    assert written_words(said) == words
