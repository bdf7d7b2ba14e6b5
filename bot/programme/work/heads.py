"""The columns of a file of people: what is read from one is what is written into one."""

from collections.abc import Callable, Mapping, Sequence

from bot.programme.names import normalise
from bot.programme.registering import free_times, sectors, tongues
from bot.programme.registering.kinds import AVAILABILITY
from bot.programme.registration import ANY_SECTOR, NO, YES, Question

KEY, CONSENT = "key", "consent"
# What the head of a column may say, in any of the languages, without accents and capitals.
HEADS: Mapping[str, tuple[str, ...]] = {
    KEY: ("key", "number", "id", "nummer", "sleutel", "numero", "cle"),
    CONSENT: ("consent", "consent on", "toestemming", "toestemming op", "accord", "accord du"),
    Question.LANGUAGE: ("language", "taal", "langue"),
    Question.ROLE: ("role", "rol"),
    Question.FIRST_NAME: ("first name", "voornaam", "prenom"),
    Question.LAST_NAME: ("last name", "name", "achternaam", "naam", "familienaam", "nom"),
    Question.YEAR_OF_BIRTH: ("year of birth", "geboortejaar", "annee de naissance"),
    Question.BRANCH: ("town", "branch", "woonplaats", "gemeente", "kantoor", "commune", "antenne"),
    Question.ROOTS: ("roots", "migration background", "herkomst", "origine"),
    Question.RIGHT_TO_WORK: ("right to work", "mag werken", "droit de travailler"),
    Question.CAPACITY: ("capacity", "aantal mentees", "nombre de mentees"),
    AVAILABILITY: ("availability", "beschikbaar", "disponible"),
    Question.LANGUAGES: ("languages", "talen", "langues"),
    Question.SECTOR: ("sector", "secteur"),
    Question.JOB: ("job", "beroep", "metier"),
    Question.KIND: ("kind", "soort match", "type de match"),
    Question.EXPERIENCE: ("experience", "ervaring"),
    Question.NETWORK: ("network", "netwerk", "reseau"),
    Question.TIMES: ("times", "tijden", "wanneer", "disponibilites", "quand"),
    Question.ONLINE: ("online", "en ligne"),
    Question.SOURCE: ("source", "via"),
    Question.EMPLOYER: ("employer", "werkgever", "employeur"),
    Question.HOPE: ("hope", "hoopt op", "espoir"),
    Question.INTERESTS: ("interests", "interesses", "interets"),
    Question.PHONE: ("phone", "telefoon", "gsm", "telephone"),
}
NEEDED = (CONSENT, Question.ROLE, Question.FIRST_NAME, Question.YEAR_OF_BIRTH)
OURS = "person"  # before the number of somebody who is known here, in the column of keys

LARGEST = 2**63 - 1  # as ids are kept
MOST_DIGITS = 19


def head(name: str) -> str:
    """What stands above a column that we write."""
    return HEADS[name][0]


def columns(said: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands."""
    found: dict[str, int] = {}
    for place, words in enumerate(said):
        for name, known in HEADS.items():
            if normalise(words) in known and name not in found:
                found[name] = place
    return found


def lacking(found: Mapping[str, int]) -> Sequence[str]:
    """The columns without which nothing can be read, by their English heads."""
    return [head(one) for one in NEEDED if one not in found]


def key_of(person_id: int) -> str:
    """By which somebody who was written into a file is known again here."""
    return f"{OURS} {person_id}"


def person_of(key: str) -> int | None:
    """Whose key this is, if we wrote it."""
    ours, _, number = key.partition(" ")
    if ours != OURS or not number.isascii() or not number.isdecimal():
        return None
    return int(number) if len(number) <= MOST_DIGITS and int(number) <= LARGEST else None


def as_kept(told: Mapping[str, str]) -> dict[str, str]:
    """What stands in the file as answers are kept, such as "nl:2 fr:3": it is taken as it is."""
    return {name: told[name] for name, is_kept in _KEPT.items() if is_kept(told.get(name, ""))}


def _are_tongues(said: str) -> bool:
    spoken = tongues.told(said)
    known = spoken.keys() <= tongues.codes() and {*spoken.values()} <= {*tongues.LEVELS}
    return bool(said) and known and tongues.kept(spoken) == said


def _are_times(said: str) -> bool:
    return bool(said) and free_times.kept(said.split()) == said


def _are_sectors(said: str) -> bool:
    return bool(said) and {*said.split()} <= {*sectors.keys(), ANY_SECTOR}


_KEPT: Mapping[str, Callable[[str], bool]] = {
    Question.LANGUAGES: _are_tongues,
    Question.TIMES: _are_times,
    Question.SECTOR: _are_sectors,
    AVAILABILITY: lambda said: said in (YES, NO),
}
