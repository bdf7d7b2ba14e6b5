"""How a duo begins: a first meeting of three, then a text that all three sign."""
