"""Which mentee and which mentor fit: what must hold, what speaks for it, and how much."""
