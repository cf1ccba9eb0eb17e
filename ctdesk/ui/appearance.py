"""What the whole application wears: language, direction, theme, faces."""

from __future__ import annotations

from PySide6.QtCore import QDir, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ctdesk.domain.resources import resource, translation
from ctdesk.domain.terms import Language
from ctdesk.ui.fonts import interface_font, load_fonts
from ctdesk.ui.stylesheet import style_sheet
from ctdesk.ui.theme import ThemeName, palette_of, tokens_of


class Appearance:
    """Puts a language and a theme on the application, as often as they change, without restart."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self._language: Language | None = None
        self._theme: ThemeName | None = None
        load_fonts()
        # where the style sheet finds its few pictures
        QDir.setSearchPaths("ctdesk", [str(resource("icons"))])
        application.setStyle("Fusion")
        application.setFont(interface_font())
        application.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)

    def apply(self, language: Language, theme: str) -> None:
        """Wear this language (`ar` mirrors the window) and theme (light, dark, system)."""
        tokens = tokens_of(theme)
        if tokens.name != self._theme:
            self._theme = tokens.name
            self._application.setPalette(palette_of(tokens))
            self._application.setStyleSheet(style_sheet(tokens))
        if language != self._language:
            self._language = language
            self._speak(language)

    def _speak(self, language: Language) -> None:
        # Iraqi month names come with ar_IQ only; digits are a setting of the desk, not of Qt
        QLocale.setDefault(QLocale("ar_IQ" if language == "ar" else "en_GB"))
        rtl = language == "ar"
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = [
            translator
            for name in (_qt_translation(language), str(translation(f"ctdesk_{language}.qm")))
            if (translator := QTranslator(self._application)).load(name)
        ]
        for translator in self._translators:
            self._application.installTranslator(translator)


def _qt_translation(language: Language) -> str:
    """Qt's own dialogs in that language; English is what they speak untranslated."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return f"{folder}/qtbase_{language}.qm"
