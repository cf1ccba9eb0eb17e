"""Makes the default memo templates: `python -m ctdesk.memo.make_templates [FOLDER]`.

The division edits the results in Word; this module is how they began, and how a change to the
default look is made: here, then run, then commit the three files.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ctdesk.domain.resources import resource
from ctdesk.domain.terms import Language, terms
from ctdesk.memo import wml
from ctdesk.memo.content import MemoLanguage
from ctdesk.memo.emblem import ring_png
from ctdesk.memo.package import app_xml, core_xml, pack
from ctdesk.memo.stylesheet import GOLD, Sizes, fonts_xml, styles_xml
from ctdesk.memo.template_parts import (
    DRAWING,
    PACKAGE,
    REL,
    SETTINGS,
    XML,
    content_types,
    picture,
    relations,
    theme,
)
from ctdesk.text.direction import Base

TEXT_WIDTH = 9638
"""Twips between the margins of an A4 page (20 mm each)."""


_ARABIC, _ENGLISH = Sizes(28, 28, 400), Sizes(24, 26, 300)
_TWIN_ENGLISH, _TWIN_ARABIC = Sizes(22, 24, 270), Sizes(26, 26, 370)


class _Maker:
    """One template: its language, and the numbers of the slots so far."""

    def __init__(self, language: MemoLanguage) -> None:
        self.language = language
        self.side: Language = "en" if language == "en" else "ar"
        self.base: Base = "ltr" if language == "en" else "rtl"
        self._slots = 0

    def slot(self, name: str, side: Language | None = None, style: str = "") -> str:
        """An inline control, its name shown until it is filled."""
        self._slots += 1
        look = wml.Look(style=style)
        tag = f"ct:{name}" + (f".{side}" if side else "")
        return wml.control(tag, 100 + self._slots, name, wml.run(name, False, look))

    def label(self, name: str, side: Language | None = None) -> str:
        side = side or self.side
        text = terms()(f"memo.label.{name}", side) + " "
        return wml.run(text, side == "ar", wml.Look(style="MemoLabel"))

    def body(self) -> str:
        lines = self._twin_head() if self.language == "both" else self._head()
        anchor = '<w:bookmarkStart w:id="1" w:name="ct_body"/><w:bookmarkEnd w:id="1"/>'
        anchor += '<w:bookmarkStart w:id="2" w:name="ct_language_%s"/><w:bookmarkEnd w:id="2"/>'
        sign = self._twin_sign() if self.language == "both" else self._sign()
        end = '<w:bookmarkStart w:id="3" w:name="ct_tail"/><w:bookmarkEnd w:id="3"/>'
        body = wml.paragraph(anchor % self.language, "MemoBody", self.base)
        tail = wml.paragraph(end, "MemoSmall", self.base)
        return f"{lines}{body}{sign}{tail}{self._section()}"

    def _head(self) -> str:
        p, slot, label = self._p, self.slot, self.label
        hijri = p("MemoMeta", slot("hijri", style="MemoQuiet"))
        return (
            p("MemoMeta", label("number"), slot("number"))
            + p("MemoMeta", label("date"), slot("date"))
            + (hijri if self.language == "ar" else "")
            + p("MemoAddressee", label("to"), slot("to"))
            + p("MemoSubject", label("subject"), slot("subject"))
        )

    def _twin_head(self) -> str:
        """Number, date, addressee and subject: Arabic at the right, English facing it."""
        p, slot, label = self._p, self.slot, self.label
        rows = []
        for style, names in (
            ("MemoMeta", ("number",)),
            ("MemoMeta", ("date",)),
            ("MemoAddressee", ("to",)),
            ("MemoAddressee", ("subject",)),
        ):
            cells = [
                "".join(p(style, label(n, side), slot(n, side), base=base) for n in names)
                for side, base in _SIDES
            ]
            rows.append(wml.row(cells, _HALVES))
        return wml.table(rows, _HALVES, "rtl", style="MemoFrame")

    def _sign(self) -> str:
        return (
            self._p("MemoSignSpace")
            + self._p("MemoSign", self.slot("name"))
            + self._p("MemoSign", self.slot("title"))
        )

    def _twin_sign(self) -> str:
        """Closing and signatures in one row: no page break parts them."""
        cells = [
            self._p("MemoClosing", self.slot("closing", side), base=base)
            + self._p("MemoSignSpace", base=base)
            + self._p("MemoSignTwin", self.slot("name", side), base=base)
            + self._p("MemoSignTwin", self.slot("title", side), base=base)
            for side, base in _SIDES
        ]
        return wml.table([wml.row(cells, _HALVES)], _HALVES, "rtl", style="MemoFrame")

    def letterhead(self) -> str:
        """The first page's header: mark, state and ministry in both languages, a rule."""
        words = terms()
        cells = []
        for side, base in _SIDES:
            lines = [words(f"memo.letterhead.{n}", side) for n in ("state", "ministry", "division")]
            cells.append(
                "".join(
                    self._p("MemoLetterhead", wml.run(line, side == "ar"), base=base)
                    for line in lines
                )
            )
        ring = self._p("MemoLetterhead", picture(words("memo.letterhead.picture", self.side)))
        widths = (3800, 2038, 3800)
        frame = wml.row((cells[0], ring, cells[1]), widths).replace(
            "</w:tcPr>", '<w:vAlign w:val="center"/></w:tcPr>'
        )
        head = wml.table([frame], widths, "rtl", style="MemoFrame")
        rule = _ruled(self._p("MemoRule"), "bottom", "double", 6)
        return self._p("MemoMark", self.slot("mark")) + head + rule

    def running_head(self) -> str:
        """The header of the pages that follow: mark, number, subject in short."""
        line = self._p(
            "MemoRunningHead",
            self.label("number"),
            self.slot("number"),
            _dash(),
            self.slot("short"),
        )
        return self._p("MemoMark", self.slot("mark")) + _ruled(line, "bottom", "single", 4)

    def foot(self) -> str:
        rtl = self.base == "rtl"
        words = terms()
        page = (
            wml.run(words("memo.label.page", self.side) + " ", rtl)
            + wml.field("PAGE", rtl)
            + wml.run(f" {words('memo.label.of', self.side)} ", rtl)
            + wml.field("NUMPAGES", rtl)
        )
        line = self._p("MemoRunningFoot", page, wml.tab(), self.slot("seal"))
        line = line.replace(
            '"MemoRunningFoot"/>',
            f'"MemoRunningFoot"/><w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>',
        )
        return _ruled(line, "top", "single", 4) + self._p("MemoMark", self.slot("mark"))

    def _p(self, style: str, *content: str, base: Base | None = None) -> str:
        return wml.paragraph("".join(content), style, base or self.base)

    def _section(self) -> str:
        references = "".join(
            f'<w:{kind}Reference w:type="{when}" r:id="{rid}"/>'
            for kind, when, rid in (
                ("header", "default", "rId11"),
                ("header", "first", "rId12"),
                ("footer", "default", "rId13"),
                ("footer", "first", "rId14"),
            )
        )
        bidi = "<w:bidi/>" if self.base == "rtl" else ""
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1361" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" '
            f'w:footer="454" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>{bidi}</w:sectPr>'
        )


_HALVES = (TEXT_WIDTH // 2, TEXT_WIDTH // 2)
_SIDES: tuple[tuple[Language, Base], ...] = (("ar", "rtl"), ("en", "ltr"))


def _dash() -> str:
    return wml.run(" \u2013 ", False)


def _ruled(paragraph: str, side: str, kind: str, size: int) -> str:
    """A rule along a paragraph; borders come before tabs and direction in `w:pPr`."""
    rule = f'<w:pBdr><w:{side} w:val="{kind}" w:sz="{size}" w:space="4" w:color="{GOLD}"/></w:pBdr>'
    return re.sub(r'(<w:pStyle w:val="\w+"/>)', rf"\1{rule}", paragraph, count=1)


def template(language: MemoLanguage) -> bytes:
    """A default template, made new."""
    maker = _Maker(language)

    def part(root: str, content: str) -> bytes:
        return f"{XML}<w:{root} {wml.NAMESPACES} {DRAWING}>{content}</w:{root}>".encode()

    sizes = {"ar": _ARABIC, "en": _ENGLISH, "both": _TWIN_ENGLISH}[language]
    second = _TWIN_ARABIC if language == "both" else None
    return pack(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relations(
                (
                    ("rId1", f"{REL}/officeDocument", "word/document.xml"),
                    ("rId2", f"{PACKAGE}/relationships/metadata/core-properties",
                     "docProps/core.xml"),
                    ("rId3", f"{REL}/extended-properties", "docProps/app.xml"),
                )
            ),
            "word/document.xml": part("document", f"<w:body>{maker.body()}</w:body>"),
            "word/_rels/document.xml.rels": relations(
                (
                    ("rId1", f"{REL}/styles", "styles.xml"),
                    ("rId2", f"{REL}/settings", "settings.xml"),
                    ("rId3", f"{REL}/fontTable", "fontTable.xml"),
                    ("rId4", f"{REL}/theme", "theme/theme1.xml"),
                    ("rId11", f"{REL}/header", "header1.xml"),
                    ("rId12", f"{REL}/header", "header2.xml"),
                    ("rId13", f"{REL}/footer", "footer1.xml"),
                    ("rId14", f"{REL}/footer", "footer2.xml"),
                )
            ),
            "word/styles.xml": styles_xml(sizes, maker.base == "rtl", second),
            "word/settings.xml": SETTINGS.encode(),
            "word/fontTable.xml": fonts_xml(),
            "word/theme/theme1.xml": theme(),
            "word/header1.xml": part("hdr", maker.running_head()),
            "word/header2.xml": part("hdr", maker.letterhead()),
            "word/_rels/header2.xml.rels": relations(
                (("rId1", f"{REL}/image", "media/emblem.png"),)
            ),
            "word/footer1.xml": part("ftr", maker.foot()),
            "word/footer2.xml": part("ftr", maker.foot()),
            "word/media/emblem.png": ring_png(),
            "docProps/core.xml": core_xml("2026-01-01"),
            "docProps/app.xml": app_xml(),
        }
    )  # fmt: skip


def main(folder: Path) -> None:
    """Write `memo-ar.docx`, `memo-en.docx` and `memo-both.docx` into the folder."""
    for language in ("ar", "en", "both"):
        (folder / f"memo-{language}.docx").write_bytes(template(language))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("templates"))
