"""Wrong letters? The same bytes in each encoding, to choose the one that can be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ctdesk.ui.context import Context
from ctdesk.ui.form.editors import running_text


class EncodingDialog(QDialog):
    """The encodings at one side, the beginning of the text in the chosen one at the other."""

    def __init__(
        self, context: Context, previews: Sequence[tuple[str, str]], current: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose the encoding"))
        self.resize(760, 420)
        self._texts = dict(previews)
        said = QLabel(
            self.tr("Choose the line in which the text can be read; the file is read again."), self
        )
        said.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Encodings"))
        self.list.setMaximumWidth(190)
        for name in self._texts:
            item = QListWidgetItem(context.word(f"encoding.{name}"), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.preview: QTextEdit = running_text(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("The text in this encoding"))
        self.list.currentItemChanged.connect(self._show)
        buttons = QDialogButtonBox(self)
        take = buttons.addButton(self.tr("Read it so"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        take.setProperty("kind", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        across = QHBoxLayout()
        across.addWidget(self.list)
        across.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(said)
        layout.addLayout(across, 1)
        layout.addWidget(buttons)
        names = list(self._texts)
        self.list.setCurrentRow(names.index(current) if current in names else 0)

    @property
    def chosen(self) -> str:
        """The encoding whose line is chosen."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def _show(self) -> None:
        self.preview.setPlainText(self._texts[self.chosen])
