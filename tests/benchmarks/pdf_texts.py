"""PDFs made by LibreOffice from real articles: character and word errors of what we read of them.

    python -m tests.benchmarks.pdf_texts --kit DIR [-n 40] [--half tune|measure]

Articles of the kit are laid out in the fonts of this machine (justified or not, in two columns, in
a table, with Latin words, dates and references among them), converted by `soffice`, read by
CTDesk's reader and by pypdfium2 (plain text) in the same run. Two halves by article: the rules
were looked at on `tune`, figures are told of `measure`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
import time
import unicodedata
from collections import defaultdict
from itertools import product
from pathlib import Path
from statistics import mean

import pypdfium2
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from rapidfuzz.distance import Levenshtein

from ctdesk.intake.readers import pdf

_FONTS = (
    "Amiri", "Noto Naskh Arabic", "Noto Sans Arabic", "DejaVu Sans", "KacstBook", "Scheherazade",
    "FreeSerif", "IBM Plex Sans Arabic",
)  # fmt: skip
_LAYOUTS = ("plain", "justified", "columns", "table")
_MIXED = (
    " إشارة إلى القرار S/RES/2379 (2017) وكتابكم المرقم 4/7/512 في 2026/11/20 (ISIL) بنسبة 35%."
)
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_TATWEEL = "\u0640"


def fonts() -> list[str]:
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True)
    return [name for name in _FONTS if name in listed.stdout]


def write(path: Path, paragraphs: list[str], font: str, layout: str) -> None:
    """A Word document in Arabic, set as asked."""
    document = Document()
    section = document.sections[0]
    if layout == "columns":
        section._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")
    section._sectPr.append(section._sectPr.makeelement(qn("w:bidi"), {}))
    table = document.add_table(0, 2, "Table Grid") if layout == "table" else None
    if table is not None:
        table._tbl.tblPr.append(table._tbl.tblPr.makeelement(qn("w:bidiVisual"), {}))
    for number, text in enumerate(paragraphs):
        if table is not None:
            row = table.add_row().cells
            put(row[0].paragraphs[0], f"البند {number + 1}", font, justified=False)
            put(row[1].paragraphs[0], text[:60].rsplit(" ", 1)[0], font, justified=False)
        else:
            put(document.add_paragraph(), text, font, justified=layout == "justified")
    document.save(str(path))


def put(paragraph, text: str, font: str, *, justified: bool) -> None:  # type: ignore[no-untyped-def]
    if justified:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    properties = paragraph._p.get_or_add_pPr()
    properties.append(properties.makeelement(qn("w:bidi"), {}))
    run = paragraph.add_run(text)
    run.font.size = Pt(13)
    found = run._r.get_or_add_rPr()
    found.append(
        found.makeelement(qn("w:rFonts"), {qn(f"w:{k}"): font for k in ("ascii", "hAnsi", "cs")})
    )
    found.append(found.makeelement(qn("w:szCs"), {qn("w:val"): "26"}))
    found.append(found.makeelement(qn("w:rtl"), {}))


def truth_of(paragraphs: list[str], layout: str) -> str:
    if layout == "table":
        return "\n".join(
            f"البند {n + 1} {text[:60].rsplit(' ', 1)[0]}" for n, text in enumerate(paragraphs)
        )
    return "\n".join(paragraphs)


def bare(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace(_TATWEEL, ""))
    return " ".join(re.sub("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())


def rates(text: str, truth: str) -> tuple[float, float]:
    a, b = bare(text), bare(truth)
    return (
        Levenshtein.distance(a, b) / len(b),
        Levenshtein.distance(a.split(), b.split()) / len(b.split()),
    )


def plain(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("-n", type=int, default=40)
    parser.add_argument("--half", choices=("tune", "measure"), default="measure")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    lines = (options.kit / "measure-only_arabic_news.jsonl").read_text(encoding="utf-8")
    articles = [json.loads(line) for line in lines.splitlines()]
    half = articles[0::2] if options.half == "tune" else articles[1::2]
    texts = [t for t in (a.get("text") or a.get("content") for a in half) if len(t) > 800]
    ways = list(product(fonts(), _LAYOUTS))
    with tempfile.TemporaryDirectory() as given:
        folder = options.keep or Path(given)
        made = {}
        for number in range(options.n):
            font, layout = ways[number % len(ways)]
            found = [p.strip() for p in re.split(r"\n+|(?<=[.؟])\s+", texts[number]) if p.strip()]
            paragraphs = [" ".join(found[at : at + 3]) for at in range(0, min(len(found), 30), 3)]
            paragraphs[0] += _MIXED
            path = folder / f"{number:03d}.docx"
            write(path, paragraphs, font, layout)
            made[path] = (font, layout, truth_of(paragraphs, layout))
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
             *map(str, made)],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        report(made)


def report(made: dict[Path, tuple[str, str, str]]) -> None:
    tables: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    seconds, pages = 0.0, 0
    forms = 0
    for path, (font, layout, truth) in made.items():
        data = path.with_suffix(".pdf").read_bytes()
        began = time.perf_counter()
        ours = pdf.read(data).text
        seconds += time.perf_counter() - began
        pages += len(pypdfium2.PdfDocument(data))
        forms += bool(_FORMS.search(ours))
        row = (*rates(ours, truth), *rates(plain(data), truth))
        for key in (font, layout, "all"):
            tables[key].append(row)
        if row[0] > 0.02:
            print(f"  {path.stem} {font} {layout}: {row[0]:.3f}")
    print(f"{'':22} files   ours CER/WER    pypdfium2 CER/WER")
    for key, rows in tables.items():
        a, b, c, d = (mean(column) for column in zip(*rows, strict=True))
        print(f"{key:22} {len(rows):5}   {a:.4f} / {b:.4f}   {c:.4f} / {d:.4f}")
    print(f"presentation forms in {forms} texts; {pages / seconds:.0f} pages a second")


if __name__ == "__main__":
    main()
