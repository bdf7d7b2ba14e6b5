"""What the bot says and by which rules: the programme file and the catalogs."""

from collections.abc import Iterator

from bot.doctor.findings import EXIT_SOMETHING, Finding, Line, failed, skipped, well
from bot.i18n import untranslated
from bot.programme.programme import Programme
from bot.programme.programme_file import WrongProgramme
from bot.settings import Settings, load_programme

MADE_UP = (
    "It is a sample: its addresses and phones are made up. Before real people come, put your own"
    " branches in a file and its path in DUOBOT_PROGRAMME."
)


def look_at_words(settings: Settings) -> Iterator[Finding]:
    """Both lines; without a programme nobody knows which languages are needed."""
    try:
        programme = load_programme(settings.programme)
    except WrongProgramme as wrong:
        yield failed(Line.PROGRAMME, wrong)
        yield skipped(Line.CATALOGS, "not looked at until the programme can be read")
        return
    size = len(programme.branches)
    branches = "1 branch" if size == 1 else f"{size} branches"
    note = f" {MADE_UP}" if programme.sample else ""
    yield well(Line.PROGRAMME, f"It can be read and has {branches}.{note}")
    yield _catalogs(programme)


def _catalogs(programme: Programme) -> Finding:
    try:
        gaps = {language: untranslated(language) for language in programme.languages}
    except (OSError, ValueError):
        again = "A catalog in locales/ is missing or broken. Install duobot again."
        return Finding(Line.CATALOGS, again, EXIT_SOMETHING)
    if any(gaps.values()):
        where = ", ".join(f"{count} in {language}" for language, count in gaps.items() if count)
        said = f"Texts without a translation are said in English: {where}. Translate them."
        return Finding(Line.CATALOGS, said, EXIT_SOMETHING)
    return well(Line.CATALOGS, f"Every text is there in {', '.join(gaps)}.")
