"""`duobot danger`: what is heard as danger, and how well."""

import sys
from pathlib import Path

import click

from bot.seeing_through import tell

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
MEASURED = Path(__file__).parent / "programme" / "danger" / "sentences" / "measured.json"


@click.group()
def danger() -> None:
    """Look at how danger is heard in what people write."""


@danger.command("score")
@click.argument("file", type=FILE, default=MEASURED, help="The sentences.")
def measure(file: Path) -> None:
    """Measure how much danger is heard, and how often in vain.

    FILE is a JSON list of {"lang": "en", "text": "I want to die", "label": "direct"}; a label is
    direct, indirect or benign. Without FILE the project's own sentences are heard, and only the
    shares are told: who reads what was missed cannot measure with them again. The exit code is 1
    when a language has less than all direct or 95% of the indirect ones, or more than 5% of the
    benign ones.
    """
    from bot.programme.danger import hear_danger, score  # noqa: PLC0415  # help needs no lists

    try:
        sentences = score.read_sentences(file.read_text(encoding="utf-8"))
    except (score.WrongSentences, UnicodeDecodeError) as wrong:
        problems = getattr(wrong, "problems", ["This is not written in UTF-8."])
        raise click.ClickException("\n".join(problems)) from None
    hearings = score.score(sentences, hear_danger)
    tell(score.shares_of(hearings) if file == MEASURED else score.lines_of(hearings))
    sys.exit(not all(one.is_well for one in score.tallies(hearings)))


@danger.command("hear")
@click.argument("text", help="What somebody writes.")
def hear(text: str) -> None:
    """Say what is heard in one message."""
    from bot.programme.danger import hear_danger  # noqa: PLC0415  # help needs no lists

    heard = hear_danger(text)
    if heard is None:
        tell(["No danger is heard."])
        return
    how = "at once a coach is called" if heard.is_direct else "the person is asked first"
    tell([f"{heard.need}: {how}."])
