"""How people say days and times in English; see `dutch.py` for the form of the tables."""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "w0": "monday", "w1": "tuesday", "w2": "wednesday", "w3": "thursday", "w4": "friday",
    "w5": "saturday", "w6": "sunday",
    "mo1": "january", "mo2": "february", "mo4": "april", "mo6": "june",
    "mo7": "july", "mo8": "august", "mo9": "september", "mo10": "october",
    "mo11": "november", "mo12": "december",
    "r0": "today|later today", "r1": "tomorrow|tmrw|tmr", "r2": "day after tomorrow|overmorrow",
    "r0 morning": "this morning", "r0 afternoon": "this afternoon",
    "r0 evening": "tonight|this evening",
    "gone": "yesterday|last|ago|previous",
    "morning": "morning|in the morning", "afternoon": "afternoon|in the afternoon",
    "evening": "evening|in the evening|at night", "night": "night",
    "noon": "noon|midday", "midnight": "midnight",
    "at": "at|around|about|round", "h": "o clock|oclock|hour|hours|hrs|hr",
    "min": "minutes|minute|mins|min",
    "halfpast": "half past", "halfeither": "half", "quarter": "quarter", "to": "to",
    "halfhour": "half an hour|half hour", "quarterhour": "quarter of an hour",
    "hourhalf": "an hour and a half|one and a half hours",
    "past": "past|after", "before": "before", "in": "in",
    "u1": "day|days", "u7": "week|weeks", "u14": "fortnight", "u30": "month|months",
    "weekend": "weekend",
    "next": "next", "this": "this", "coming": "coming|upcoming",
    "every": "every|each|weekly|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays"
    "|sundays",
    "not": "not|never|no time|cannot|can t|cant|don t|dont|doesn t|doesnt|won t|wont|isn t|except"
    "|unless|impossible|without",
    "vague not": "any day but|every day but|all days but|any time but|anytime but",
    "lunch": "lunchtime|lunch time|lunch|at lunch|at lunchtime|over lunch|during lunch",
    "afterlunch": "after lunch|after lunchtime",
    "afterwork": "after work|after my work|after the work|after office hours",
    "y-12-24": "christmas eve", "y-12-25": "christmas day|christmas|xmas",
    "y-12-26": "boxing day", "y-1-1": "new year s day|new years day",
    "or": "or|either", "and": "and",
    "from": "from|of", "since": "since|by|within|earliest|latest|earlier|later",
    "till": "until|till|til", "between": "between",
    "the": "the", "on": "on", "a1": "a|an",
    "vague": "after next|after that|following|sometime|some time|some day|someday|one day|soon"
    "|as soon as possible|asap|early|late|mid|beginning|end|any|any time|anytime|whenever",
    "x": "good weekend|nice weekend|how are you|how is it going|how s it going",
    "bye": "see you|see ya",
    "f": "but|why not|good morning|good afternoon|good evening|hello|hi|hey|dear|ok|okay|yes"
    "|yeah|no|sure|good|great|fine|perfect|maybe|perhaps|then|so|also|rather|better|again|we|i"
    "|you|me|us|our|it|its|it s|that|that s|let s|lets|how|what|is|are|be|i m|ll|d|s|will|would"
    "|could|can|shall|should|may|might|want|like|love|prefer|propose|suggest|meet|meeting"
    "|meet up|up|get|together|each other|see|talk|speak|catch|works|work for|suit|suits|ok for"
    "|for|with|fit|fits|possible|free|available|do|does|did|go|make|have|make it|appointment"
    "|time|please|thanks|thank|cheers|for an hour|for one hour|for two hours|for 2 hours|sharp"
    "|exactly|prompt|call|coffee|if|think|say|there|my|your|just|well|now",
}  # fmt: skip

SHORT: Mapping[str, str] = {
    "w0": "mon", "w1": "tue|tues", "w2": "wed|weds", "w3": "thu|thur|thurs", "w4": "fri",
    "w5": "sat", "w6": "sun",
    "mo1": "jan", "mo2": "feb", "mo3": "mar|march", "mo4": "apr", "mo5": "may",
    "mo6": "jun", "mo7": "jul", "mo8": "aug", "mo9": "sep|sept", "mo10": "oct", "mo11": "nov",
    "mo12": "dec",
}  # fmt: skip

STRICT: frozenset[str] = frozenset()

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


def number(value: int) -> tuple[str, ...]:
    """The ways to say a number from 0 to 59."""
    if value < len(NUMBERS):
        return (NUMBERS[value],)
    tens, ones = value - value % 10, value % 10
    return (f"{TENS[tens]} {NUMBERS[ones]}" if ones else TENS[tens],)
