"""How people in Brussels and Wallonia say days and times in French.

`dutch.py` tells what the tables are.
"""

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "w0": "lundi", "w1": "mardi", "w2": "mercredi", "w3": "jeudi", "w4": "vendredi",
    "w5": "samedi", "w6": "dimanche",
    "mo1": "janvier", "mo2": "fevrier", "mo3": "mars", "mo4": "avril", "mo5": "mai",
    "mo6": "juin", "mo7": "juillet", "mo8": "aout", "mo9": "septembre", "mo10": "octobre",
    "mo11": "novembre", "mo12": "decembre",
    "r0": "aujourd hui|aujourdhui|tout a l heure", "r1": "demain",
    "r2": "apres demain|surlendemain",
    "r0 morning": "ce matin", "r0 noon": "ce midi",
    "r0 afternoon": "cet apres midi|cette apres midi|cet aprem|tantot",
    "r0 evening": "ce soir", "r0 night": "cette nuit",
    "gone": "hier|avant hier|dernier|derniere|passe|passee|il y a",
    "morning": "matin|du matin|au matin|le matin|matinee|en matinee|dans la matinee|de la matinee",
    "afternoon": "apres midi|l apres midi|de l apres midi|dans l apres midi|en apres midi|aprem"
    "|de l aprem|dans l aprem",
    "evening": "soir|du soir|au soir|le soir|soiree|en soiree|dans la soiree|de la soiree",
    "night": "nuit|de la nuit|la nuit",
    "noon": "midi|le midi|au midi|sur le temps de midi", "midnight": "minuit",
    "at": "a|sur le coup de|vers|aux alentours de|autour de|aux environs de",
    "h": "heure|heures|hrs",
    "min": "minutes|minute|min",
    "half": "demi|demie", "quarter": "quart", "minus": "moins",
    "halfhour": "demi heure", "quarterhour": "quart d heure",
    "hourhalf": "une heure et demie|1 heure et demie",
    "past": "apres", "before": "avant", "in": "dans",
    "u1": "jour|jours", "u7": "semaine|semaines", "u14": "quinzaine|15 jours|quinze jours",
    "u30": "mois", "weekend": "week end|weekend|we",
    "eight": "huit jours|8 jours", "plus7": "en huit|en 8", "plus14": "en quinze|en 15",
    "next": "prochain|prochaine", "this": "ce|cet|cette|ci",
    "coming": "qui vient|qui arrive|a venir",
    "every": "lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches|chaque|tous les"
    "|toutes les",
    "vague not": "n importe quel jour sauf|n importe quand sauf",
    "not": "pas|ne|jamais|sauf|aucun|aucune|impossible|sans",
    "lunch": "a l heure de midi|pendant la pause de midi|a la pause de midi|pause de midi"
    "|temps de midi|sur l heure de midi|heure de midi",
    "afterlunch": "apres la pause de midi|apres le repas de midi|apres le temps de midi",
    "afterwork": "apres le boulot|apres le travail|apres mon travail|apres mon boulot"
    "|apres travail|apres ton travail|apres les heures de travail",
    # Without "à" or a day it is a first name too.
    "y-12-24": "veille de noel|la veille de noel|reveillon de noel",
    "y-12-25": "a noel|a la noel|le jour de noel|jour de noel",
    "y-1-1": "jour de l an|nouvel an|le jour de l an",
    "or": "ou|ou bien|soit", "and": "et",
    "from": "de|du|d",
    "since": "a partir de|a partir du|des|au plus tot|au plus tard|plus tot|plus tard|d ici",
    "till": "jusqu a|jusqu au|jusque|au", "between": "entre",
    "the": "le|la|l", "on": "en", "a1": "un|une",
    "k1": "1 er",
    "x": "bon week end|bon weekend|ca va aujourd hui|comment ca va|comment vas tu"
    "|comment allez vous",
    "vague": "d apres|debut|fin|mi|courant|un de ces jours|n importe quand|bientot"
    "|des que possible|le plus vite possible|un jour|suivant|suivante",
    "f": "mais|pourquoi pas|n est ce pas|est ce que|est ce qu|bonjour|bonsoir|salut|coucou|cher"
    "|chere|bon|suis|ok|oui|non|d accord|bien|parfait|super|volontiers|peut etre|eventuellement"
    "|alors|donc|aussi|plutot|mieux|encore|on|nous|je|j|tu|te|t|toi|vous|moi|me|m|les|il|elle|y"
    "|se|s|ca|cela|c|est|sera|serait|qu|que|peut|peux|peuvent|pouvons|pourrait|pourrais|pouvez"
    "|veux|veut|voudrais|voulez|aimerais|va|vas|irait|ira|allons|aller|voir|voit|vois|voyons"
    "|verrait|verra|rencontre|rencontrer|rencontrons|rendez vous|rendezvous|rdv|rencard|reunion"
    "|rejoint|retrouve|retrouver|convient|conviendrait|conviens|arrange|arrangerait|possible"
    "|dispo|disponible|libre|libres|propose|proposer|proposition|fixer|fixe|fixons|pour|avec"
    "|ensemble|chez|dit|dis|dire|disons|si|merci|svp|stp|s il te plait|s il vous plait|bonne"
    "|journee|pendant une heure|pendant 1 heure|pendant deux heures|environ|pile|precises"
    "|exactement|appeler|cafe|es|etes|as|avez|ai|comment|quoi",
}  # fmt: skip

SHORT: Mapping[str, str] = {
    "w0": "lu|lun", "w1": "ma|mar", "w2": "me|mer|merc", "w3": "je|jeu", "w4": "ve|ven|vend",
    "w5": "sa|sam", "w6": "di|dim",
    "mo1": "janv|jan", "mo2": "fev|fevr", "mo4": "avr", "mo7": "juil", "mo9": "sept|sep",
    "mo10": "oct", "mo11": "nov", "mo12": "dec", "y-12-25": "noel",
}  # fmt: skip

# Read only before a figure or a point, or after "next" or "or".
STRICT = frozenset({"lu", "ma", "me", "je", "ve", "sa", "di"})

NUMBERS = (
    "zero", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf",
)  # fmt: skip
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}
ORDINALS = ("premier", "deuxieme", "troisieme", "quatrieme", "cinquieme")


def number(value: int) -> tuple[str, ...]:
    """The ways to say a number from 0 to 59; one is an article too, and in the table above."""
    if value < len(NUMBERS):
        return (NUMBERS[value],)
    tens, ones = value - value % 10, value % 10
    if not ones:
        return (TENS[tens],)
    if ones == 1:
        return (f"{TENS[tens]} et un", f"{TENS[tens]} et une", f"{TENS[tens]} un")
    return (f"{TENS[tens]} {NUMBERS[ones]}",)
