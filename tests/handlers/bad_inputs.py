"""What people and hostile apps may send: odd texts, odd taps, odd phones."""

from random import Random
from typing import Any

ODD_TEXTS = {
    "only spaces": "   ",
    "a space of no width": "\u200b",
    "a mark that turns the writing": "\u202eamir",
    "a family in one emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "4,096 times é": "é" * 4096,
    "4,097 letters": "m" * 4097,
    "a NUL": "A\0mir",
    "half an emoji": "\ud800",
    "the other half": "Amir\udc00",
    "Arabic": "مرحبا كيف حالك",
    "Tigrinya": "ሰላም ከመይ ኣለኻ",
    "Dari": "سلام چطور هستید",
    "Ukrainian": "Привіт, як справи?",
    "500 marks on one letter": "a" + "\u0301" * 500,
    "a tag": "<b>",
    "the end of a tag": "</a>",
    "an entity": "&lt;",
    "a field": "{0}",
    "a field of a field": "{name.__class__}",
    "a percent sign": "%s",
    "a named percent sign": "%(x)s",
    "a line of SQL": "' OR 1=1--",
    "a formula": "=cmd|'/C calc'!A0",
    "a line of a calendar": "\r\nATTENDEE:x",
    "a number below zero": "-1",
    "nought": "0",
    "a billion": "1e9",
    "ten in French": "dix",
    "a half": "½",
    "a number with a comma": "2,5",
    "400 nines": "9" * 400,
    "a year in full width": "１９９４",
    "a year in eastern digits": "١٩٩٤",
    "a date that there is not": "31/2/1990",
    "an hour that there is not": "25:00",
    "tomorrow at six": "demain 18h",
    "a slash": "/",
    "two slashes": "//",
    "somebody's name": "@els_the_coach",
    "an address": "https://example.org/?q=%00#:~:text=x",
    "a tap written out": "ci:1:met",
    "JSON": '{"update_id": 1}',
}

STARTS = {
    "for another bot": "/START@another_bot",
    "with our name": "/start@duobot_demo_bot",
    "in capitals": "/START",
    "percent-encoded": "/start%20x",
    "with 65 characters": "/start " + "x" * 65,
    "with a blank end": "/start  ",
    "with a line": "/start\nx",
    "once": "/start",
    "twice": "/start",
}

ODD_FIELDS = ("", "-1", "0", "1", f"{2**63}", f"{10**30}", "x", "½", "٣", "\u202e", "\ufffd",
              "None", "true", "1.0", " 1", "' OR 1=1--")  # fmt: skip

NO_BUTTON = ("", ":", "zz", "zz:1:2", "\ufffd\ufffd", "go", "go:", "go:nowhere", "{0}", "%s",
             "/start", "x" * 64, "é" * 32, "\0", "\ud800", ":".join("1" * 32))  # fmt: skip

PHONES: dict[str, dict[str, Any]] = {
    "without a last name or a language": {"first_name": "Noor"},
    "in Persian": {"first_name": "Dara", "language_code": "fa"},
    "in Belgian Dutch": {"first_name": "Jef", "language_code": "nl-BE"},
    "in no language there is": {"first_name": "Xan", "language_code": "xx"},
    "with 64 emoji for a name": {"first_name": "\U0001f600" * 64, "language_code": "en"},
    "with a name that turns the writing": {"first_name": "\u202e\u200b", "language_code": "fr"},
    "with the highest number": {"first_name": "Max", "id": 2**52 + 12345, "language_code": "en"},
    "with an odd code": {"first_name": "Kim", "language_code": "-", "username": "kim"},
}


def odd_taps(data: str) -> list[str]:
    """A button's data as somebody might forge it: fields missing, added and changed."""
    prefix, *fields = data.split(":")
    changed = [
        ":".join([prefix, *fields[:place], odd, *fields[place + 1 :]])
        for place in range(len(fields))
        for odd in ODD_FIELDS
    ]
    longest = ":".join([prefix, *"1" * 99])
    replaced = [data.upper(), f" {data}", data.replace(":", "%3A"), f"{data[:-1]}\ufffd"]
    others = [prefix, f"{prefix}:", f"{data}:", f"{data}:1", longest, *replaced]
    return [one for one in (*changed, *others) if one != data]


def garbled(data: str, chance: Random) -> str:
    """A button's data with some of its characters lost, changed or added."""
    letters = list(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(letters) + 1)
        odd = chance.choice([":", "0", "9", "-", "", "\ufffd", chr(chance.randrange(1, 0x2FFF))])
        letters[place : place + chance.randint(0, 2)] = odd
    return "".join(letters)[:64]
