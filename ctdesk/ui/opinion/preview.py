"""The memo as pages, before it goes out: what is exported is what is shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ctdesk.desk.sheets import Sheet
from ctdesk.domain.errors import CtdeskError
from ctdesk.ui.context import Context
from ctdesk.ui.opinion.dialogs import MemoLanguage
from ctdesk.ui.opinion.sheet_text import SCALE, paged, text_document

_BETWEEN = 18


class Pages(QWidget):
    """Paints a sheet page by page, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._width = 560
        self.count = 0

    def show_sheet(self, sheet: Sheet) -> None:
        """Lay a memo out."""
        self._sheet = sheet
        self._body, self._frame, self._lower = paged(sheet)
        self._heads = [text_document(head, self._frame.width(), {}) for head in sheet.heads]
        self.count = self._body.pageCount()
        self._fit()

    def set_width(self, width: int) -> None:
        """So wide is a page on the screen, in pixels."""
        self._width = width
        self._fit()

    @property
    def page_height(self) -> float:
        """Of one page on the screen, with the room below it."""
        if self._sheet is None:
            return 1
        return self._width * self._sheet.height / self._sheet.width + _BETWEEN

    def _fit(self) -> None:
        if self._sheet is not None:
            self.setFixedSize(self._width + 2 * _BETWEEN, round(self.page_height * self.count))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for page in range(self.count):
            place = QRectF(_BETWEEN, page * self.page_height, self._width, self.page_height)
            if place.intersects(QRectF(event.rect())):
                self._paint_page(painter, page, place)

    def _paint_page(self, painter: QPainter, page: int, place: QRectF) -> None:
        sheet = self._sheet
        assert sheet is not None
        painter.save()
        painter.translate(place.topLeft())
        scale = self._width / (sheet.width * SCALE)
        painter.scale(scale, scale)
        whole = QRectF(0, 0, sheet.width * SCALE, sheet.height * SCALE)
        painter.fillRect(whole.translated(2, 3), QColor(0, 0, 0, 40))
        painter.fillRect(whole, QColor("#FFFFFF"))
        frame, lower = self._frame, self._lower
        self._draw(painter, self._heads[page > 0], frame.left(), frame.top() / 2)
        fields = {"PAGE": str(page + 1), "NUMPAGES": str(self.count)}
        foot = text_document(sheet.feet[page > 0], frame.width(), fields)
        self._draw(painter, foot, frame.left(), frame.bottom() + 12)
        high = frame.height() - lower
        painter.translate(frame.left(), frame.top() + lower - page * high)
        self._draw_part(painter, QRectF(0, page * high, frame.width(), high))
        painter.restore()

    def _draw(self, painter: QPainter, document: object, left: float, top: float) -> None:
        painter.save()
        painter.translate(left, top)
        document.documentLayout().draw(painter, _black())  # type: ignore[attr-defined]
        painter.restore()

    def _draw_part(self, painter: QPainter, part: QRectF) -> None:
        painter.setClipRect(part)
        look = _black()
        look.clip = part
        self._body.documentLayout().draw(painter, look)


class MemoPreview(QDialog):
    """The pages of an opinion's memo in one of its languages."""

    def __init__(
        self, context: Context, parent: QWidget, uid: str, language: MemoLanguage = "ar"
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._uid = uid
        self.setWindowTitle(self.tr("The memo as pages"))
        self.resize(760, 720)
        self.pages = Pages(self)
        self.said = QLabel(self)
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.languages = {code: QPushButton(self) for code in ("ar", "en", "both")}
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self.pages)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setAccessibleName(self.windowTitle())
        self._lay_out()
        self.languages[language].setChecked(True)
        self.show_memo(language)
        self._scroll.setFocus()

    def show_memo(self, language: MemoLanguage) -> None:
        """Draw the memo in that language."""
        show = self._context.show
        try:
            sheet = self._context.desk.memos.sheet(self._uid, language)
        except CtdeskError as error:
            self.said.setText(error.message(self._context.lang))
            return
        self.pages.show_sheet(sheet)
        count = self.tr("%n page(s)", "", self.pages.count)
        differs = self.tr("In Word lines and pages may break elsewhere.")
        self.said.setText(show.joined(show.digits(count), differs))

    def _lay_out(self) -> None:
        texts = (self.tr("Arabic"), self.tr("English"), self.tr("Both"))
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        for (code, button), text in zip(self.languages.items(), texts, strict=True):
            button.setText(text)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, c=code: self.show_memo(c))
            group.addButton(button)
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = self.width() - 2 * _BETWEEN - 64
        self.pages.set_width(max(320, min(room, 900)))


def _black() -> QAbstractTextDocumentLayout.PaintContext:
    look = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    look.palette = palette
    return look
