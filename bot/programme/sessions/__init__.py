"""Sessions of a branch: info sessions for all, and the modules of the training of mentors."""
