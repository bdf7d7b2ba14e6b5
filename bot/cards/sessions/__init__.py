"""Sessions in words: for who comes, and for who holds them."""
