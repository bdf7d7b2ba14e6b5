"""What a mentor hands over to their mentee."""

# Somebody who gets more in a day reads none of it.
A_DAY_AT_MOST = 5
