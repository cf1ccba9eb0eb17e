"""What holds for every test of the store."""

from __future__ import annotations

import pytest

from ctdesk.store import index
from tests.store.desk import numbers_of


@pytest.fixture(autouse=True)
def _numbers_are_mentions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "mention_keys", numbers_of)
