"""The lists of a coach's work, and what a file of people may hold."""
