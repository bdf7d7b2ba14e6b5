"""The command line: `duobot`. Each command imports what it needs, so that help costs nothing."""

import os
import sys
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

import click

from bot.danger_command import danger
from bot.directory_commands import directory
from bot.people_commands import bring_people_in, take_out
from bot.programme.languages import LANGUAGES
from bot.seeing_through import loading, see_through, tell
from bot.staff_commands import staff
from bot.when_command import when

EXIT_WITHOUT_EXTRA = 78
PORT = click.IntRange(0, 65535)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="duobot", prog_name="duobot")
def main() -> None:
    """An assistant on Telegram for mentoring-to-work programmes.

    New here? Try `duobot demo`: it needs no token and no account.

    All settings are environment variables that begin with DUOBOT_; the README names them.
    """


@main.command()
def run() -> None:
    """Run the bot on Telegram, by long polling.

    Needs DUOBOT_TOKEN. With DUOBOT_TELEGRAM it runs against a pretend Telegram (`duobot sandbox`),
    and with DUOBOT_CLOCK=sandbox it takes its time from there.
    """
    with loading():
        from bot import running  # noqa: PLC0415  # aiogram takes a second to import

    see_through(running.run(os.environ))


@main.command()
@click.option("--port", type=PORT, default=8765, show_default=True, help="Where the page is.")
@click.option("--open/--no-open", "opens", default=True, help="Open the page in the browser.")
def demo(port: int, opens: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Try everything on one page: three phones, a clock to turn, sample people.

    Starts a pretend Telegram and the bot together. With DUOBOT_DATABASE the demo goes on where it
    was; without it every start is fresh.
    """
    with loading():
        from bot import demo as house  # noqa: PLC0415  # aiogram takes a second to import

    see_through(house.run(os.environ, port, opens=opens))


@main.command()
@click.option("--port", type=PORT, default=8081, show_default=True, help="Where it listens.")
@click.option(
    "--journal",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file that everything is written to; chats outlive a restart with it.",
)
@click.option("--limits", is_flag=True, help="Refuse what comes faster than Telegram allows.")
def sandbox(port: int, journal: Path | None, limits: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Run a pretend Telegram alone, with its chat page.

    Then, in another terminal: DUOBOT_TELEGRAM=http://127.0.0.1:PORT duobot run
    """
    from bot.sandbox.alone import run as run_alone  # noqa: PLC0415  # aiohttp takes its time

    see_through(run_alone(port, journal, limits=limits))


@main.command()
def watch() -> None:
    """Guard a bot that runs: tell its operator and its coaches when it does not work.

    It is a process of its own, with the settings of the bot and DUOBOT_OPERATOR. It writes nothing
    in the database, and goes on when the bot does not.
    """
    if not find_spec("telegram"):
        click.echo(
            "`duobot watch` needs the extra `watch`: pip install 'duobot[watch]'.", err=True
        )
        sys.exit(EXIT_WITHOUT_EXTRA)
    from bot import watch as house  # noqa: PLC0415  # the library of Telegram takes its time

    see_through(house.watch(os.environ))


@main.command()
def migrate() -> None:
    """Bring the tables of the database up to date. `run` and `demo` do so by themselves."""
    from bot import administration  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(administration.migrate(os.environ)))


@main.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default="cards.html",
    show_default=True,
    help="The file that is written.",
)
def cards(output: Path) -> None:
    """Write a page with every card in every language, for coaches and translators.

    It shows at a glance what does not fit a small phone and what is not translated.
    """
    from bot.cards import page  # noqa: PLC0415  # babel takes its time

    tell(see_through(page.write(os.environ, output)))


@main.command()
@click.option(
    "--weeks",
    type=click.IntRange(1, 104),
    default=4,
    show_default=True,
    help="How long is played.",
)
@click.option(
    "--people",
    type=click.IntRange(2, 200),
    default=4,
    show_default=True,
    help="Mentees and mentors together; coaches come with them.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="What everybody speaks. Left out: all languages in turn.",
)
@click.option(
    "--from",
    "first_day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first day. Left out: the Monday of this week.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another one, another play.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default="rehearsal.html",
    show_default=True,
    help="The file that is written.",
)
def rehearse(  # each is an option of the command
    weeks: int,
    people: int,
    language: str | None,
    first_day: datetime | None,
    seed: int,
    output: Path,
) -> None:
    """Play whole duos through the bot and write what each of them would read.

    People who do not exist, the real bot, and a clock that is turned: half a year is over in a
    minute or two. Nothing is sent, and no database of yours is touched.
    """
    with loading():
        from bot import rehearsal as house  # noqa: PLC0415  # aiogram takes a second to import

    first = first_day.date() if first_day else None
    plot = house.Plot(weeks, people, language, first, seed)
    tell(see_through(house.rehearse(os.environ, plot, output)))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Tell it to a machine.")
def doctor(as_json: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Look whether everything is well, and say what is wrong and how to mend it.

    It changes nothing and may be asked while the bot runs. The exit code is 0 when all is well,
    78 when a setting is wrong, 75 when something does not answer now, and 1 for the rest.
    """
    from bot import doctor as house_doctor  # noqa: PLC0415  # SQLAlchemy takes its time
    from bot.doctor import findings  # noqa: PLC0415  # the same

    found = see_through(house_doctor.examine(os.environ))
    tell = findings.as_json(found) if as_json else "\n".join(findings.as_lines(found))
    click.echo(tell)
    sys.exit(findings.code_of(found))


@main.group()
def invite() -> None:
    """Make a one-time link by which somebody comes in."""


@invite.command()
@click.option("--name", required=True, help="The coach's first name.")
@click.option("--branch", required=True, help="The branch, by its key in the programme file.")
def coach(name: str, branch: str) -> None:
    """Invite a coach. The link works once, for 72 hours."""
    from bot import administration  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(administration.invite_coach(os.environ, name, branch)))


@invite.command()
@click.option("--name", required=True, help="The coordinator's first name.")
@click.option("--branch", required=True, help="The branch, by its key in the programme file.")
def coordinator(name: str, branch: str) -> None:
    """Invite a coordinator, who decides about the list of services. The link works once."""
    from bot import administration  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(administration.invite_coordinator(os.environ, name, branch)))


@main.command()
def key() -> None:
    """Make a key for DUOBOT_SECRET_KEYS. To rotate, put the new one in front of the old."""
    from storage.sealing import Keys  # noqa: PLC0415  # cryptography takes its time

    click.echo(Keys.generate())


main.add_command(danger)
main.add_command(directory)
main.add_command(bring_people_in)
main.add_command(take_out)
main.add_command(staff)
main.add_command(when)
