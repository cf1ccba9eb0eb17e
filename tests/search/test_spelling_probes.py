"""However a word is spelt in a text, it is found by however it is spelt in a question."""

from __future__ import annotations

import pytest

from tests.benchmarks.spellings import Probe, both_ways
from tests.search.desk import a_desk, found


@pytest.mark.parametrize("probe", both_ways(), ids=lambda probe: ascii(f"{probe[1]}-{probe[2]}"))
def test_a_spelling_is_found_by_another(probe: Probe) -> None:
    desk = a_desk(f"تقرير عن {probe.text} في هذا الشهر", "ورقة أخرى")
    assert "d0" in found(desk, probe.query)


@pytest.mark.parametrize("probe", both_ways(), ids=lambda probe: ascii(f"{probe[1]}-{probe[2]}"))
def test_it_is_marked_in_its_own_spelling(probe: Probe) -> None:
    text = f"تقرير عن {probe.text} في هذا الشهر"
    marks = a_desk(text).marker(probe.query).marks(text)
    marked = " ".join(text[start:end] for start, end in marks)
    assert "تقرير" not in marked
    assert marked
