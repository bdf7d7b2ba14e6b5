"""The weeks of a duo in words."""
