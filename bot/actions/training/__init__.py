"""The training of mentors, and the guard before a match."""
