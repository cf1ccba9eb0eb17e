"""What the desk knows: record kinds and their fields, states, vocabularies, numbering rules."""
