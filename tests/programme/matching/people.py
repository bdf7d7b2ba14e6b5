"""People who wait for a duo, as hypothesis draws them."""

from hypothesis import strategies as st

from bot.programme.matching.candidates import Candidate, Circumstances, Past, candidate
from bot.programme.matching.points import Criterion

BRANCHES = ("brussels", "ghent")
SECTORS = ("care", "it", "transport", "any")
TIMES = ("1e", "2m", "3a", "6m")
INTERESTS = ("football", "cooking", "music", "reading")
LANGUAGES = ("nl", "fr", "en", "ar")
WEIGHTS = dict(zip(Criterion, (30, 25, 15, 10, 10, 10), strict=True))

weights = st.fixed_dictionaries({one: st.integers(0, 100) for one in Criterion})


def some(of):
    return st.lists(st.sampled_from(of), unique=True).map(" ".join)


levels = st.dictionaries(st.sampled_from(LANGUAGES), st.integers(1, 4)).map(
    lambda known: " ".join(f"{code}:{level}" for code, level in known.items())
)
answers = st.fixed_dictionaries(
    {},
    optional={
        "languages": levels,
        "sector": some(SECTORS),
        "kind": st.sampled_from(("generic", "sector", "job", "")),
        "job": st.sampled_from(("Poetshulp", "verpleegkundige in de zorg", "Boekhouder", "")),
        "times": some(TIMES),
        "interests": some(INTERESTS),
        "online": st.sampled_from(("yes", "no")),
        "network": st.sampled_from(("yes", "no")),
    },
)
circumstances = st.builds(
    Circumstances,
    language=st.sampled_from(("nl", "fr", "en")),
    branch=st.sampled_from(BRANCHES),
    places_left=st.integers(0, 2),
    waiting_days=st.integers(0, 200),
    is_away=st.booleans(),
)


def people(first: int):
    """Up to six people, numbered from ``first`` on."""
    drawn = st.lists(st.tuples(answers, circumstances), max_size=6)
    return drawn.map(
        lambda every: [candidate(first + n, told, known) for n, (told, known) in enumerate(every)]
    )


mentees, mentors = people(0), people(100)
pairs = st.frozensets(st.tuples(st.integers(0, 5), st.integers(100, 105)), max_size=8)
pasts = st.builds(Past, tried=pairs, wished=pairs)


def of(number: int = 1, **told: str) -> Candidate:
    """Somebody of Ghent who talks Dutch with the bot, and answered so."""
    return candidate(number, told, Circumstances("nl", "ghent"))
