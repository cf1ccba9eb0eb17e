"""Paragraphs and tables of a memo as a Qt text document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from ctdesk.desk.sheets import Paragraph, Sheet, Span, Table
from ctdesk.ui.fonts import reading_font

SCALE = 96 / 72
"""Pixels a point: the page is laid out as on a screen of 96 dots an inch."""
_PICTURE = 48
_RULE = QColor("#8A8A8A")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def text_document(
    pieces: Sequence[Paragraph | Table], width: float, fields: Mapping[str, str]
) -> QTextDocument:
    """A document of that width in pixels; `fields` are the values of PAGE and NUMPAGES."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setTextWidth(width)
    cursor = QTextCursor(document)
    fresh = True
    for piece in pieces:
        if isinstance(piece, Table):
            _table(cursor, piece, fields)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            fresh = True
        else:
            _paragraph(cursor, piece, fields, fresh=fresh)
            fresh = False
    return document


def page_count(sheet: Sheet) -> int:
    """On how many pages a memo comes to lie."""
    return paged(sheet)[0].pageCount()


def paged(sheet: Sheet) -> tuple[QTextDocument, QRectF, float]:
    """The body cut into pages, the frame of a page's text in pixels, and by how much a head that
    is higher than its margin pushes the text down (as Word does)."""
    top, right, bottom, left = (margin * SCALE for margin in sheet.margins)
    frame = QRectF(
        left, top, sheet.width * SCALE - left - right, sheet.height * SCALE - top - bottom
    )
    head = text_document(sheet.heads[0], frame.width(), {})
    lower = max(0.0, head.size().height() - top / 2)
    body = text_document(sheet.body, frame.width(), {})
    body.setPageSize(QSizeF(frame.width(), frame.height() - lower))
    return body, frame, lower


def _paragraph(
    cursor: QTextCursor, paragraph: Paragraph, fields: Mapping[str, str], *, fresh: bool
) -> None:
    block = _block(paragraph)
    if fresh:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.setBlockCharFormat(_face(Span("", points=_size(paragraph)), paragraph.rtl))
    for number, span in enumerate(paragraph.spans):
        if span.image:
            _picture(cursor, span, number)
        else:
            text = fields.get(span.field, span.text) if span.field else span.text
            # Qt sets its tab stops from another edge than Word: a wide blank stands for a tab
            cursor.insertText(text.replace("\t", "\u2003"), _face(span, paragraph.rtl))


def _size(paragraph: Paragraph) -> float:
    return paragraph.spans[0].points if paragraph.spans else 6.0


def _block(paragraph: Paragraph) -> QTextBlockFormat:
    block = QTextBlockFormat()
    rtl = paragraph.rtl
    block.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    sides = {
        "leading": _RIGHT if rtl else _LEFT,
        "trailing": _LEFT if rtl else _RIGHT,
        "center": Qt.AlignmentFlag.AlignHCenter,
        "both": Qt.AlignmentFlag.AlignJustify,
    }
    block.setAlignment(sides[paragraph.side])
    block.setTopMargin(paragraph.before * SCALE)
    block.setBottomMargin(paragraph.after * SCALE)
    margin = block.setRightMargin if rtl else block.setLeftMargin
    margin(paragraph.start * SCALE)
    block.setTextIndent(paragraph.first * SCALE)
    if paragraph.page_break:
        block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    return block


def _face(span: Span, rtl: bool) -> QTextCharFormat:
    face = QTextCharFormat()
    font = reading_font(rtl=rtl)
    font.setPixelSize(max(1, round(span.points * SCALE)))
    font.setBold(span.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    face.setFont(font)
    face.setForeground(QColor(span.colour or "#000000"))
    return face


def _picture(cursor: QTextCursor, span: Span, number: int) -> None:
    image = QImage.fromData(span.image)
    scaled = image.scaledToHeight(_PICTURE * 2, Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(2)
    name = f"picture-{number}-{cursor.position()}"
    cursor.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), scaled)
    cursor.insertImage(name)


def _table(cursor: QTextCursor, table: Table, fields: Mapping[str, str]) -> None:
    shape = QTextTableFormat()
    shape.setCellSpacing(0)
    shape.setCellPadding(4 if table.ruled else 0)
    shape.setBorder(1 if table.ruled else 0)
    shape.setBorderBrush(_RULE)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    widths = [
        QTextLength(QTextLength.Type.PercentageLength, 100 * width / sum(table.widths))
        for width in table.widths
    ]
    columns = len(table.widths)
    shape.setColumnWidthConstraints(list(reversed(widths)) if table.rtl else widths)
    made: QTextTable = cursor.insertTable(len(table.rows), columns, shape)
    for row, cells in enumerate(table.rows):
        for column, paragraphs in enumerate(cells):
            place = columns - 1 - column if table.rtl else column
            inside = made.cellAt(row, place).firstCursorPosition()
            for number, paragraph in enumerate(paragraphs):
                _paragraph(inside, paragraph, fields, fresh=number == 0)
