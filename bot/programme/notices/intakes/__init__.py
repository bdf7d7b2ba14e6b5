"""What is said about first talks (intakes): to the person, and to coaches."""
