"""The names of the sectors of work, and of what people like to do."""

from bot.i18n import Speech
from bot.programme.people import Role


def sector_name(key: str, speech: Speech) -> str:
    """A sector by its name; one that is not known any more by its key."""
    return (_with_people(speech) | _with_things(speech)).get(key, key)


def any_sector(role: str | None, speech: Speech) -> str:
    """Said by who has no sector in mind."""
    if role == Role.MENTOR:
        return speech.button("All kinds of work")
    return speech.button("I do not know yet")


def interest_names(speech: Speech) -> dict[str, str]:
    """What people like to do."""
    return {
        "sport": speech.button("Sport"),
        "walking": speech.button("Walking"),
        "music": speech.button("Music"),
        "cooking": speech.button("Cooking"),
        "reading": speech.button("Reading"),
        "film": speech.button("Films and series"),
        "art": speech.button("Art and culture"),
        "games": speech.button("Games"),
        "travel": speech.button("Travelling"),
        "garden": speech.button("Plants and animals"),
        "computers": speech.button("Computers"),
        "languages": speech.button("Learning languages"),
    }


def _with_people(speech: Speech) -> dict[str, str]:
    return {
        "care": speech.button("Health and care"),
        "social": speech.button("Children and social work"),
        "education": speech.button("Education"),
        "hospitality": speech.button("Restaurants and hotels"),
        "retail": speech.button("Shops and sales"),
        "office": speech.button("Office work"),
        "finance": speech.button("Money and insurance"),
        "communication": speech.button("Communication"),
        "culture": speech.button("Art, sport and media"),
        "public": speech.button("Government and law"),
        "security": speech.button("Security"),
        "beauty": speech.button("Hair and beauty"),
    }


def _with_things(speech: Speech) -> dict[str, str]:
    return {
        "cleaning": speech.button("Cleaning"),
        "construction": speech.button("Building"),
        "logistics": speech.button("Warehouse and logistics"),
        "transport": speech.button("Driving and transport"),
        "industry": speech.button("Factories"),
        "technical": speech.button("Technical work"),
        "it": speech.button("Computers and IT"),
        "green": speech.button("Farming and nature"),
        "science": speech.button("Science and research"),
    }
