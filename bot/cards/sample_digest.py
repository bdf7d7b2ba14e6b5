"""Several letters as one, as they come together in practice."""

from bot.programme.notices import CheckInPrompt, Digest, Notice, ReferralQuestion

LARGEST_ID = 2**63 - 1
NAMES = ("CAW Brussel", "Groep INTRO", "Dokters van de Wereld", "Actiris", "Jobpunt")


def _together(*notices: Notice) -> Digest:
    return Digest.holding(notices)


def _asked(number: int) -> ReferralQuestion:
    name = {"nl": NAMES[number], "fr": NAMES[number], "en": NAMES[number]}
    return ReferralQuestion(LARGEST_ID - number, name)


DIGEST_SAMPLES: tuple[Notice, ...] = (
    _together(CheckInPrompt(LARGEST_ID, "Rita"), _asked(0)),
    _together(_asked(1), CheckInPrompt(LARGEST_ID - 7, "Rita", reminder=True)),
    _together(CheckInPrompt(LARGEST_ID, "Rita"), *map(_asked, range(len(NAMES)))),
)
