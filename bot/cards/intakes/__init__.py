"""Cards about first talks (intakes)."""
