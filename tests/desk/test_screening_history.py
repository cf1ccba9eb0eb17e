"""What follows from a set of list files: how entries stand, what was said of them when."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ctdesk.desk.screening_history import Edition, spans, standings

MANIFESTS = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.sampled_from("12"), max_size=3), max_size=6
)


def editions_of(manifests: list[dict[str, str]]) -> list[Edition]:
    return [Edition(f"file{n}", f"2026-01-{n + 1:02}", held) for n, held in enumerate(manifests)]


@given(MANIFESTS)
def test_the_spans_of_an_entry_tell_what_each_file_said(manifests: list[dict[str, str]]) -> None:
    editions = editions_of(manifests)
    for entry in "abc":
        told = {
            edition.uid: span.version
            for span in spans(editions, entry)
            for edition in editions
            if span.first.date <= edition.date <= span.last.date
        }
        for edition in editions:
            assert told.get(edition.uid, "") == edition.manifest.get(entry, "")


@given(MANIFESTS)
def test_an_entry_is_delisted_since_the_first_file_after_the_last_that_has_it(
    manifests: list[dict[str, str]],
) -> None:
    editions = editions_of(manifests)
    found = standings(editions)
    assert set(found) == {entry for edition in editions for entry in edition.manifest}
    for entry, standing in found.items():
        listed = entry in editions[-1].manifest
        assert bool(standing.delisted_on) != listed
        holding = [edition for edition in editions if entry in edition.manifest]
        assert standing.version == holding[-1].manifest[entry]
        if not listed:
            after = next(e for e in editions if e.date > holding[-1].date)
            assert standing.delisted_on == after.date
