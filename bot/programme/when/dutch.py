"""How people in Flanders and Brussels say days and times in Dutch.

A table gives for each sign of the grammar (see `signs.py`) the words that stand for it. Words are
written without accents, and with a space where they have an apostrophe or a hyphen.
"""

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "w0": "maandag", "w1": "dinsdag", "w2": "woensdag", "w3": "donderdag", "w4": "vrijdag",
    "w5": "zaterdag", "w6": "zondag",
    "mo1": "januari", "mo2": "februari", "mo3": "maart", "mo4": "april", "mo5": "mei",
    "mo6": "juni", "mo7": "juli", "mo8": "augustus", "mo9": "september", "mo10": "oktober",
    "mo11": "november", "mo12": "december",
    "r0": "vandaag|straks", "r1": "morgen", "r2": "overmorgen", "r3": "overovermorgen",
    "r0 morning": "vanmorgen|vanochtend|vanvoormiddag|deze morgen|deze ochtend|deze voormiddag",
    "r0 midday": "vanmiddag|deze middag",
    "r0 afternoon": "vannamiddag|deze namiddag",
    "r0 evening": "vanavond|deze avond",
    "r0 night": "vannacht|deze nacht",
    "r1 morning": "morgenvroeg|morgen vroeg",
    "gone": "gisteren|eergisteren|vorige|vorig|voorbije|afgelopen|laatst|laatste|geleden",
    "morning": "ochtend|voormiddag|in de ochtend|in de voormiddag|s morgens|s ochtends"
    "|s voormiddags|smorgens|sochtends|vroeg",
    "midday": "middag|s middags|smiddags|in de middag",
    "afternoon": "namiddag|in de namiddag|s namiddags|snamiddags|na de middag",
    "evening": "avond|in de avond|s avonds|savonds|tegen de avond",
    "night": "nacht|s nachts|snachts",
    "noon": "op de middag|rond de middag|over de middag|tijdens de middag|om de middag",
    "midnight": "middernacht",
    "at": "om|rond|omstreeks|tegen", "h": "uur|uren|uurtje|ure", "min": "minuten|minuut|min",
    "half": "half", "quarter": "kwart",
    "halfhour": "half uur|halfuur|half uurtje|halfuurtje", "quarterhour": "kwartier|kwartiertje",
    "hourhalf": "anderhalf uur",
    "over": "over", "past": "na", "before": "voor", "in": "binnen|in",
    "u1": "dag|dagen", "u7": "week|weken", "u30": "maand|maanden", "weekend": "weekend|weekeinde",
    "eight": "acht dagen|8 dagen",
    "next": "volgende|volgend", "this": "deze|dit|nu",
    "coming": "a s|komende|komend|aankomende|aanstaande|eerstvolgende|eerstkomende|eerstkomend",
    "every": "maandags|dinsdags|woensdags|donderdags|vrijdags|zaterdags|zondags|maandagen"
    "|dinsdagen|woensdagen|donderdagen|vrijdagen|zaterdagen|zondagen|elke|elk|iedere|ieder|alle"
    "|telkens|wekelijks",
    "not": "niet|geen|nooit|behalve|zonder|onmogelijk",
    "lunch": "tijdens de lunch|lunchtijd|lunchpauze|in de lunchpauze|tijdens de lunchpauze|lunch",
    "afterlunch": "na de lunch|na het middageten|na de lunchpauze",
    "afterwork": "na het werk|na mijn werk|na werk|na de werkuren|na mijn uren",
    "y-12-24": "kerstavond", "y-12-25": "kerstdag|eerste kerstdag|kerstmis|kerst|de kerst",
    "y-12-26": "tweede kerstdag|2de kerstdag", "y-1-1": "nieuwjaar|nieuwjaarsdag",
    "or": "of|ofwel", "and": "en",
    "from": "van",
    "since": "vanaf|ten vroegste|ten laatste|uiterlijk|later|vroeger",
    "till": "tot|tot en met|tot aan", "between": "tussen",
    "the": "de|het|den", "on": "op", "a1": "een",
    "x": "goed weekend|prettig weekend|fijn weekend|hoe gaat het|hoe is het",
    "vague": "daarna|erna|daarop|nadien|begin|eind|einde|midden|ergens|ooit|zo snel mogelijk"
    "|een van de dagen|om het even wanneer|een dezer dagen",
    "f": "maar|wel|goedemorgen|goedemiddag|goedenavond|goeiemorgen|goeiemiddag|goeienavond"
    "|goeie morgen|goede morgen|goede middag|goeie middag|goede avond|goeie avond|waarom niet"
    "|hallo|hey|hoi|beste|ok|oke|ja|nee|neen|goed|prima|graag|misschien|eventueel|dan|toch|eens"
    "|even|nog|ook|liever|beter|best|kunnen|kunt|kan|zouden|zou|willen|wil|wilt|zullen|mag"
    "|mogen|moeten|we|wij|ik|je|jij|jou|jouw|ons|onze|elkaar|mekaar|samen|met|aan|zien|zie|ziet"
    "|afspreken|spreken|spreek|af|ontmoeten|ontmoet|ontmoeting|afspraak|meeting|past|passen"
    "|lukt|lukken|gaat|gaan|gaat het|is|dat|voorstel|voorstellen|stel|wat|denk|vind|hoe|zit|bij"
    "|die|er|voor jou|voor u|voor mij|voor ons|aub|ajb|alsjeblieft|alstublieft|dank|bedankt"
    "|groetjes|groeten|mvg|ongeveer|stipt|precies|exact|dus|om af te spreken|om elkaar te zien"
    "|schikken|schikt|beschikbaar|vrij|t|zeggen|zeg|mij|voor een uur|voor een uurtje"
    "|een uur lang|twee uur lang|bellen|wandelen|koffie|videobellen",
}  # fmt: skip

# Read only beside another word of a date, since most are also words of their own.
SHORT: Mapping[str, str] = {
    "w0": "ma|maa", "w1": "di|din", "w2": "wo|woe", "w3": "do|don", "w4": "vr|vrij|vrijd",
    "w5": "za|zat", "w6": "zo|zon",
    "mo1": "jan", "mo2": "feb|febr", "mo3": "mrt|maa", "mo4": "apr", "mo6": "jun", "mo7": "jul",
    "mo8": "aug", "mo9": "sep|sept", "mo10": "okt", "mo11": "nov", "mo12": "dec",
    "coming": "as",
}  # fmt: skip

# Read only before a figure or a point, or after "next" or "or": "zo rond 14u" is no Sunday.
STRICT = frozenset({"zo"})

NUMBERS = (
    "nul", "", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
TENS = {20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig"}
ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
    "tiende", "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende",
    "zeventiende", "achttiende", "negentiende", "twintigste",
)  # fmt: skip


def number(value: int) -> tuple[str, ...]:
    """The ways to say a number from 0 to 59; one is an article too, and in the table above."""
    if value < len(NUMBERS):
        return (NUMBERS[value],)
    tens, ones = value - value % 10, value % 10
    if not ones:
        return (TENS[tens],)
    first = NUMBERS[ones] or "een"
    return (f"{first}en{TENS[tens]}", f"{first} en {TENS[tens]}")
