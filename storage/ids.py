"""Numbers that name rows."""

import secrets

BITS = 63


def new_id() -> int:
    """A random positive number of 63 bits for a new row: it fits a BIGINT.

    Never sequential: ids travel in buttons and addresses, where one must not tell how many people
    there are, nor lead to a neighbour. With a million rows the chance that any two are alike is
    one in ten million, and the primary key would refuse the second.
    """
    return secrets.randbelow((1 << BITS) - 1) + 1
