"""The one exception of the installer: a sentence for the person who started it."""

from __future__ import annotations


class Refusal(Exception):
    """Nothing more can be done here; its text says what happened and what to do."""
