"""A file as it arrives becomes a draft Document with proposed fields; none is registered here."""
