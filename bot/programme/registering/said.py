"""What people say in place of tapping a button."""

from collections.abc import Mapping

from bot.programme.people import Role
from bot.programme.registering.kinds import EMPLOYER, Kind
from bot.programme.registering.questions import NO, UNSURE, YES, Question

_YES = ("yes", "ja", "oui", "ok", "okay", "yep", "jazeker", "zeker", "bien sur", "of course", "si")
_NO = ("no", "nee", "neen", "non", "nope", "niet", "not")
_UNSURE = (
    "unsure", "not sure", "i am not sure", "i m not sure",
    "weet niet", "ik weet niet", "weet het niet", "niet zeker",
    "ik ben niet zeker", "sais pas", "pas sur", "pas sure",
    "je ne suis pas sur", "je ne suis pas sure", "liever aan een coach", "plutot a un coach",
    "misschien", "peut etre", "maybe", "perhaps", "geen idee", "aucune idee", "no idea",
    "do not know", "don t know", "dont know",
    "je sais pas trop", "je ne sais pas trop", "sais pas trop",
    "je sais pas bien", "je ne sais pas bien", "ik weet het nog niet",
)  # fmt: skip
_ONE, _TWO, _THREE = (
    ("1", "een", "1 mentee", "un", "une", "one", *_YES),
    ("2", "twee", "2 mentees", "deux", "two"),
    ("3", "drie", "3 mentees", "trois", "three"),
)

SPOKEN: Mapping[Question, Mapping[str, tuple[str, ...]]] = {
    Question.LANGUAGE: {
        "nl": ("nl", "nederlands", "vlaams", "dutch", "neerlandais"),
        "fr": ("fr", "francais", "french", "frans"),
        "en": ("en", "english", "engels", "anglais"),
    },
    Question.CONSENT: {
        YES: ("yes", "ja", "oui", "ok", "okay", "akkoord", "d accord", "i agree", "ik ga akkoord",
              "je suis d accord", "agree", "yes i want", "yes i agree", "yes please",
              "yes i want to meet", "ja ik wil", "ja ik wil dat", "ja graag", "ja hoor",
              "oui je veux", "oui je veux bien", "oui je suis d accord", "oui volontiers"),
        NO: ("no", "nee", "neen", "non", "niet akkoord", "pas d accord", "i do not agree",
             "ik ga niet akkoord", "je ne suis pas d accord", "not for me", "no thanks",
             "no thank you", "niet voor mij", "liever niet", "nee dank je", "nee bedankt",
             "pas pour moi", "non merci"),
    },
    Question.ROLE: {
        Role.MENTEE: ("mentee", "een mentee", "une mentee", "un mentee", "a mentee",
                      "ik zoek werk", "je cherche un travail", "i look for work",
                      "i am looking for work", "i m looking for work", "im looking for work",
                      "looking for work", "looking for job", "looking for a job",
                      "im looking for job", "i am looking for a job", "i want work",
                      "werk zoeken", "ik zoek een job", "ik wil werk", "je cherche du travail",
                      "je cherche un emploi", "je cherche un job", "je veux travailler"),
        Role.MENTOR: ("mentor", "een mentor", "un mentor", "une mentor", "a mentor",
                      "ik wil helpen", "je veux aider", "i want to help"),
    },
    Question.ROOTS: {YES: _YES, NO: _NO, UNSURE: _UNSURE},
    Question.RIGHT_TO_WORK: {
        YES: (*_YES, "ik mag werken", "je peux travailler", "i may work", "i can work"),
        NO: (*_NO, "nog niet", "pas encore", "not yet"),
        UNSURE: (
            *_UNSURE, "i wait for papers", "i wait for my papers", "ik wacht op papieren",
            "ik wacht op mijn papieren", "j attends mes papiers", "j attends les papiers",
        ),
    },
    Question.CAPACITY: {
        "1": _ONE, "2": _TWO, "3": _THREE,
        UNSURE: (*_UNSURE, *_NO, "nog niet", "pas encore", "not yet"),
    },
    Question.NETWORK: {YES: _YES, NO: _NO},
    Question.ONLINE: {YES: (*_YES, "online", "en ligne"), NO: _NO},
    Question.KIND: {
        Kind.GENERIC: ("generic", "algemeen", "general", "iedereen", "tout le monde", "anyone"),
        Kind.SECTOR: ("sector", "secteur", "de sector", "le secteur"),
        Kind.JOB: ("job", "beroep", "metier", "het beroep", "le metier", "de job", "le job"),
    },
    Question.SOURCE: {
        "vdab": ("vdab",),
        "actiris": ("actiris",),
        "ocmw": ("ocmw", "cpas", "het ocmw", "le cpas", "ocmw cpas", "welfare"),
        "integration": ("integration", "agentschap integratie en inburgering", "inburgering",
                        "atlas", "in gent", "bon", "bapa", "via", "convivial", "integratie",
                        "agii", "amal", "integration agency", "crible"),
        "school": ("school", "ecole", "l ecole", "de school", "les", "cvo", "universiteit",
                   "universite", "university", "cours"),
        "association": ("association", "vereniging", "vzw", "asbl", "organisatie", "organisation",
                        "moskee", "mosquee", "mosque", "kerk", "eglise", "church"),
        "friend": ("friend", "vriend", "vriendin", "ami", "amie", "een vriend", "un ami",
                   "familie", "famille", "family", "friends", "vrienden", "des amis",
                   "une amie", "een vriendin", "a friend"),
        EMPLOYER: ("employer", "werkgever", "mijn werkgever", "employeur", "mon employeur",
                   "my employer", "mijn werk", "mon travail"),
        "other": ("other", "anders", "andere", "autre", "autrement", "internet", "facebook",
                  "google", "instagram", "linkedin"),
    },
}  # fmt: skip

# What passes a question over that need not be answered.
PASSES_OVER = frozenset({
    "skip", "overslaan", "sla over", "passer", "passe", "sauter", "liever niet", "geen", "aucun",
    "aucune", "none", "rather not", "no thanks", "nee bedankt", "non merci", "nee dank je",
    "volgende", "suivant", "next", "geen idee", "no idea", "aucune idee", "no phone", "no number",
    "geen telefoon", "geen nummer", "pas de telephone", "pas de numero", "geen gsm", "pas de gsm",
    "non merci pas de telephone",
})  # fmt: skip
