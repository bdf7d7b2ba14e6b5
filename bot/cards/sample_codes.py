"""Samples of what is said about the codes of the staff, and of what is taken out of chats."""

from bot.programme.notices import (
    AppForCodes,
    AskCode,
    CodesKey,
    CodesNews,
    CodesOffered,
    CodesPicture,
    CodesReset,
    CodesRest,
    CodeTaken,
    Notice,
    RecoveryCodes,
    Removal,
)

UNTIL = "2026-11-24T21:05:00+00:00"
LARGEST_ID = 2**63 - 1
# Nobody's: the letters in their order.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
PAPER = ("2345a-6789b", "cdefg-2hjkm", "npqrs-twx3y", "z2345-abcde", "6789z-fghjk",
         "mn2pq-rstwx", "3yz45-67892", "abcd2-efgh3", "jkmn4-pqrs5", "twxy6-z7892")  # fmt: skip

CODES_SAMPLES: tuple[Notice, ...] = (
    CodesOffered(),
    CodesOffered(again=True),
    AppForCodes(),
    CodesKey(LETTERS),
    CodesPicture(f"otpauth://totp/Duo:Els?secret={LETTERS}&issuer=Duo"),
    RecoveryCodes(PAPER),
    *(AskCode(problem) for problem in ("", "wrong", "used", "not_six", "new_wrong", "not_asked")),
    CodesRest(UNTIL),
    CodeTaken(UNTIL),
    CodeTaken(UNTIL, LARGEST_ID),
    CodeTaken(UNTIL, LARGEST_ID, 9),
    CodeTaken(UNTIL, None, 1),
    CodesReset(),
    *(CodesNews("Els", what) for what in ("made", "blocked", "reset")),
    Removal((1201, 1202)),
    Removal((), (1203,)),
)
