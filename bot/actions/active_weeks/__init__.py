"""The clock of a duo: its weeks without a break, and the talks that are due in their course."""
