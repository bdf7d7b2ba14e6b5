"""Speaking another language, at any moment."""

from bot.actions.desk import Desk
from bot.actions.staff_menus import list_commands
from bot.actions.whereabouts import show_whereabouts
from bot.programme.notices import LanguageChoice, LanguageChosen
from bot.programme.people import Visit, is_staff
from bot.programme.registration import Question


class Languages:
    """What a person can do about the language they read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def offer(self, visit: Visit) -> None:
        """Show the languages."""
        async with self.desk.serve(visit, correcting=True) as talk:
            talk.reply(LanguageChoice())

    async def choose(self, visit: Visit, language: str) -> None:
        """Speak this language from now on, and go on where the person was."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if language in talk.programme.languages:
                answers = {**talk.person.answers, Question.LANGUAGE: language}
                await talk.save(language=language, answers=answers)
                show_whereabouts(talk)
                talk.replace(LanguageChosen())
                if is_staff(talk.person.role):
                    list_commands(talk, talk.person)
            else:
                talk.reply(LanguageChoice())
