"""The command line for who works for the programme: `duobot coach`."""

import os

import click

from bot.seeing_through import see_through, tell


@click.group("coach")
def staff() -> None:
    """What concerns somebody who works for the programme."""


@staff.command()
@click.argument("name", help="Their first name.")
@click.option("--branch", help="The branch, by its key, when several have this first name.")
def leave(name: str, branch: str | None) -> None:
    """Take every right from a coach or a coordinator, at once and for good.

    Duos and open cases go to who stands in for them, or to the next coach of the branch. It may be
    done while the bot runs.
    """
    from bot import administration  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(administration.let_coach_go(os.environ, name, branch)))


@staff.command()
@click.argument("name", help="Their first name.")
@click.option("--branch", help="The branch, by its key, when several have this first name.")
def unlock(name: str, branch: str | None) -> None:
    """End the codes of a coach or a coordinator who has lost phone and paper.

    First make sure that it is really they who ask. They hear of it in the chat and set up their
    app again; until then they can read nothing that people wrote.
    """
    from bot import administration  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(administration.unlock(os.environ, name, branch)))
