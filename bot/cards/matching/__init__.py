"""What is said while a mentee and a mentor are brought together."""
