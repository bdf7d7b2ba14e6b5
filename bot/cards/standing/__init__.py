"""Where somebody stands, in words for the menu."""
