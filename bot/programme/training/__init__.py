"""The training of mentors: its modules, and when somebody has done it."""
