"""What mentee, mentor and coach sign: a text in parts for each language, with its version."""
