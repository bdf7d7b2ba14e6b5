"""Sessions of a branch: who plans them, who sits in them, and who was there."""
