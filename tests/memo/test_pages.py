"""A memo read back as pages look: what the preview shows is what was written."""

from __future__ import annotations

import pytest

from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.pages import Paragraph, Table, read_sheet
from ctdesk.memo.readback import read_text
from ctdesk.memo.write import write_memo
from tests.memo.samples import MOU, REPORTS


def words(pieces: tuple[Paragraph | Table, ...]) -> str:
    flat: list[Paragraph] = []
    for piece in pieces:
        if isinstance(piece, Paragraph):
            flat.append(piece)
        else:
            flat += [p for row in piece.rows for cell in row for p in cell]
    return "".join("".join(span.text for span in p.spans) for p in flat)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize("language", ["ar", "en", "both"])
@pytest.mark.parametrize("content", [REPORTS, MOU])
def test_every_word_of_the_memo_is_on_the_sheet(content: object, language: MemoLanguage) -> None:
    data = write_memo(content, language)  # type: ignore[arg-type]
    assert letters(words(read_sheet(data).body)) == letters("".join(read_text(data)))


def test_the_sheet_has_the_page_its_heads_and_feet() -> None:
    sheet = read_sheet(write_memo(REPORTS, "ar"))
    assert (round(sheet.width), round(sheet.height)) == (595, 842)
    first, other = sheet.heads
    assert "جمهورية العراق" in words(first)
    assert "العدد" in words(other)
    images = [s.image for p in first if isinstance(p, Table) for r in p.rows for c in r
              for q in c for s in q.spans]  # fmt: skip
    assert any(image.startswith(b"\x89PNG") for image in images)
    fields = {s.field for p in sheet.feet[0] if isinstance(p, Paragraph) for s in p.spans}
    assert {"PAGE", "NUMPAGES"} <= fields


def test_arabic_runs_from_the_right_and_its_headings_are_bold() -> None:
    sheet = read_sheet(write_memo(REPORTS, "ar"))
    paragraphs = [p for p in sheet.body if isinstance(p, Paragraph) and p.spans]
    assert all(p.rtl for p in paragraphs)
    (heading,) = (p for p in paragraphs if "الملاحظات" in p.spans[-1].text)
    assert heading.spans[0].bold
