"""How long a duo goes on together: weeks without a break count, breaks move the end."""
