"""CTDesk: a counter-terrorism desk's memory, offline and encrypted, in Arabic and English."""

__version__ = "0.1.0"
