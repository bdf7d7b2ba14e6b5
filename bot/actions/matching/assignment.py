"""The best mentor for everybody at once, which is not the same as the best one for each."""

from collections.abc import Sequence

from bot.programme.matching.suggestions import Worth

# More than all points that a pair can have: a pair that may not be is never worth it.
_NEVER = 1e9


def assigned(worth: Worth) -> Sequence[tuple[int, int]]:
    """The pairs that together give most points, as (row, column) of ``worth``; where something is
    in the way nobody is paired. As many people as possible get a pair.

    It reckons, so it is called in a thread. The solver and its arrays are read into memory by the
    first who asks: most processes never do.
    """
    if not worth or not worth[0]:
        return []
    import lap  # noqa: PLC0415  # 33 MB that only a coach who matches needs
    import numpy as np  # noqa: PLC0415  # as above

    costs = np.array([[_NEVER if one is None else -one for one in row] for row in worth])
    _, columns, _ = lap.lapjv(costs, extend_cost=True)
    return [
        (row, int(column))
        for row, column in enumerate(columns)
        if column >= 0 and worth[row][column] is not None
    ]
