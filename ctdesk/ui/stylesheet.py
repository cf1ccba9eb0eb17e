"""The one style sheet of the window: what the palette can't say. Same on both sides of every
box, so that nothing in it has to be mirrored."""

from __future__ import annotations

from string import Template

from ctdesk.ui.theme import Tokens

_SHEET = Template(
    """
QToolTip { background: $panel; color: $ink; border: 1px solid $edge; padding: 4px 6px; }

QFrame[card="true"] { background: $panel; border: 1px solid $line; border-radius: 10px; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLabel[role="title"] { font-size: 13pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 10.5pt; font-weight: 600; }
QLabel[role="muted"] { color: $muted; font-size: 9pt; }
QLabel[role="small"] { font-size: 9pt; }
QLabel[role="warning"] { color: $urgent; font-size: 9pt; }
QLabel[role="danger"] { color: $danger; }
QLabel { background: transparent; }
QLabel[drop="true"] { background: $tint; color: $accent; border: 2px dashed $accent;
  border-radius: 12px; font-size: 14pt; font-weight: 600; }

QPushButton, QToolButton[kind="outlined"] {
  background: $panel; color: $ink; border: 1px solid $edge; border-radius: 8px;
  padding: 5px 13px; min-height: 20px; }
QPushButton:hover, QToolButton[kind="outlined"]:hover { background: $raised; }
QPushButton:pressed, QPushButton:checked { background: $tint; border-color: $accent; }
QPushButton:focus, QToolButton[kind="outlined"]:focus {
  border: 2px solid $accent; padding: 4px 12px; }
QPushButton:disabled { color: $faint; border-color: $line; background: transparent; }
QPushButton:default, QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="primary"] { font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus, QPushButton:default:focus {
  border: 2px solid $ink; padding: 4px 12px; }
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {
  background: $raised; color: $faint; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 1px 4px; min-height: 16px; border-radius: 5px; font-size: 9pt; }
QPushButton[kind="link"]:hover { background: $tint; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0px 3px; }
QPushButton[kind="line"] { background: transparent; border: 1px solid transparent;
  padding: 2px 5px; min-height: 18px; border-radius: 5px; text-align: left; }
QPushButton[kind="line"]:hover { background: $tint; }
QPushButton[kind="line"]:focus { border: 2px solid $accent; padding: 1px 4px; }

QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
  border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $tint; color: $accent; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton[kind="filter"] { border: 1px solid $line; border-radius: 8px; padding: 3px 9px;
  color: $muted; font-size: 9pt; }
QToolButton[kind="filter"][active="true"] { color: $accent; background: $tint;
  border-color: $accent; font-weight: 600; }
QToolButton[kind="filter"]:focus { border: 2px solid $accent; padding: 2px 8px; }
QToolButton[kind="chip"] { background: $tint; color: $accent; border-radius: 9px;
  padding: 2px 9px; font-size: 9pt; }
QToolButton[kind="chip"]:focus { border: 2px solid $accent; padding: 1px 8px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox, QAbstractSpinBox {
  background: $panel; color: $ink; border: 1px solid $edge; border-radius: 8px;
  padding: 5px 9px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus,
QSpinBox:focus { border: 2px solid $accent; padding: 4px 8px; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled { background: $raised; color: $muted; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"],
QTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 1px solid $danger; }
QFrame[kind="field"] { background: $panel; border: 1px solid $edge; border-radius: 8px; }
QFrame[kind="field"][focus="true"] { border: 2px solid $accent; }
QFrame[kind="field"][wrong="true"] { border: 1px solid $danger; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus { background: transparent; border: none;
  padding: 1px 3px; }
QLineEdit[kind="search"] { border-radius: 10px; padding: 7px 12px; }
QLineEdit[kind="search"]:focus { padding: 6px 11px; }
QTextBrowser[kind="reading"] { border: 1px solid transparent; border-radius: 6px;
  background: $panel; padding: 0px; }
QTextBrowser[kind="reading"]:focus { border: 1px solid $accent; padding: 0px; }
QTextEdit[kind="writing"] { background: transparent; border: 1px solid transparent;
  border-radius: 6px; padding: 1px 4px; }
QTextEdit[kind="writing"]:focus { border: 1px solid $accent; background: $panel; padding: 1px 4px; }
QTextEdit[kind="writing"]:read-only { background: transparent; color: $ink; }
QPushButton[kind="mark"] { background: $hit; color: $ink; border: 1px solid transparent;
  border-radius: 4px; padding: 0px 3px; min-height: 15px; font-size: 8.5pt; }
QPushButton[kind="mark"]:hover { border: 1px solid $accent; }
QPushButton[kind="mark"]:focus { border: 2px solid $accent; padding: 0px 2px; }
QPushButton[kind="segment"] { padding: 2px 11px; min-height: 17px; font-size: 9pt; color: $muted; }
QPushButton[kind="segment"]:checked { color: $accent; border-color: $accent; }
QPushButton[kind="segment"]:focus { padding: 1px 10px; }
QLineEdit[kind="dense"], QComboBox[kind="dense"] { padding: 2px 8px; min-height: 18px; }
QLineEdit[kind="dense"]:focus, QComboBox[kind="dense"]:focus { padding: 1px 7px; }
QWidget[paper="true"] { background: $panel; }
QFrame[block="true"] { border: none; border-radius: 8px; background: transparent; }
QFrame[block="true"][kindOf="article"] { border: 1px solid $line; }
QFrame[block="true"][current="true"] { background: $background; }
QLabel[role="brand"] { color: $accent; font-size: 20pt; font-weight: 700; }
QLabel[role="number"] { color: $accent; font-weight: 600; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView, QListView[kind="popup"] { background: $panel; color: $ink;
  border: 1px solid $edge; outline: none; padding: 3px;
  selection-background-color: $tint; selection-color: $ink; }

QListView, QTreeView, QTableView { background: $panel; border: none; outline: none; }
QTableView[kind="records"] { border: 1px solid transparent; border-radius: 9px; }
QTableView[kind="records"]:focus { border: 1px solid $accent; }
QListWidget::item { padding: 7px 10px; border-radius: 7px; border-bottom: 1px solid $line; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected {
  background: $selection; color: $ink; }
QTableView[kind="records"] { selection-background-color: transparent; }
QTableView[kind="records"]::item, QTableView[kind="records"]::item:selected {
  background: transparent; }
QTableView::item { padding: 5px 8px; }
QTableView[kind="framed"], QTreeView[kind="framed"] { border: 1px solid $line; border-radius: 9px; }
QTableView[kind="framed"] QHeaderView, QTreeView[kind="framed"] QHeaderView,
QTableView[kind="framed"] QHeaderView::section, QTreeView[kind="framed"] QHeaderView::section {
  background: transparent; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 5px 8px; font-size: 9pt; }

QMenuBar { background: transparent; color: $ink; spacing: 2px; }
QMenuBar::item { padding: 4px 9px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $panel; color: $ink; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 5px 26px; border-radius: 5px; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
QProgressBar { background: $raised; border: none; border-radius: 4px; min-height: 8px;
  max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; }
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {
  width: 14px; height: 14px; border-radius: 4px;
  border: 1px solid $muted; background: $panel; }
QCheckBox::indicator:checked, QListView::indicator:checked,
QTreeView::indicator:checked { background: $accent;
  border-color: $accent; image: url(ctdesk:tick-$name.svg); }
QCheckBox::indicator:disabled, QListView::indicator:disabled { border-color: $line;
  background: $raised; }
QRadioButton::indicator { width: 14px; height: 14px; border-radius: 8px;
  border: 1px solid $muted; background: $panel; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 14px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: none; }
QDialog { background: $background; }
"""
)

_MIXED = {
    # what lies between two tokens, by theme: too small a matter for a token of its own
    "light": {"faint": "#A3A8AD", "accent_hover": "#0C4C4C", "thumb": "#D5D2CA"},
    "dark": {"faint": "#5D6771", "accent_hover": "#86D0CA", "thumb": "#39424A"},
}


def style_sheet(tokens: Tokens) -> str:
    """The window's style sheet in the colours of a theme."""
    colours = {key: value for key, value in vars(tokens).items() if isinstance(value, str)}
    return _SHEET.substitute(colours | _MIXED[tokens.name])
