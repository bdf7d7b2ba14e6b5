"""What developers run by hand or through make; never installed with the product."""
