"""The beginning of a duo in words."""
