"""The training of mentors in words."""
