"""The road to a duo in words: all its themes together, for the table of cards and the samples."""
