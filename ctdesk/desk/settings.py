"""The desk's settings: how it speaks and looks, how it numbers, who signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, cast

from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.numbering import DEFAULT_PATTERN, check_pattern
from ctdesk.domain.terms import Language

if TYPE_CHECKING:
    from ctdesk.desk.session import Session

MemoLanguage = Literal["ar", "en", "both"]


@dataclass(frozen=True)
class Settings:
    """Every setting with its default."""

    language: str = "ar"
    digits: str = "arabic"
    """Shown digits: `arabic` (٠-٩) or `western` (0-9)."""
    calendar: str = "gregorian"
    """`gregorian`, or `both` with Hijri beside it."""
    theme: str = "light"
    number_pattern: str = DEFAULT_PATTERN
    laptop: str = ""
    """Short name of a travelling machine; its numbers are provisional."""
    letterhead_ar: str = ""
    letterhead_en: str = ""
    letterhead_both: str = ""
    """Names of the division's stored memo templates; empty: those that come with the program."""
    memo_digits: str = "western"
    addressee_ar: str = "السيد وكيل الوزارة للشؤون متعددة الأطراف والشؤون القانونية المحترم"
    addressee_en: str = "The Undersecretary for Multilateral and Legal Affairs"
    signer_title_ar: str = "رئيس قسم مكافحة الإرهاب"
    signer_title_en: str = "Head of the Counter-Terrorism Division"
    signer_name_ar: str = ""
    signer_name_en: str = ""
    lock_after_minutes: int = 10
    clipboard_seconds: int = 60
    """After so long, what was copied here is taken from the clipboard; 0: never."""
    hide_from_capture: bool = False
    """Keep the window out of pictures of the screen, where the system can (Windows)."""
    phrases: Mapping[str, str] = field(default_factory=dict)
    """Standing phrases of memos that the division words itself, by key and language."""

    @property
    def lang(self) -> Language:
        return cast(Language, self.language)


_CHOICES = {
    "language": ("ar", "en"),
    "digits": ("arabic", "western"),
    "memo_digits": ("arabic", "western"),
    "calendar": ("gregorian", "both"),
    "theme": ("light", "dark", "system"),
}
_LOOK = ("language", "digits", "theme")
OWN = frozenset(("language", "digits", "calendar", "theme"))
"""Settings that anybody may change; the others bind the whole desk."""


def faults_of(values: Mapping[str, Any]) -> list[str]:
    """The names of those settings whose value won't do."""
    wrong = [name for name, value in values.items() if value not in _CHOICES.get(name, (value,))]
    try:
        check_pattern(str(values.get("number_pattern", DEFAULT_PATTERN)))
    except Refused:
        wrong.append("number_pattern")
    return wrong


class SettingsBook:
    """Reads and changes the settings of an open desk."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: Settings | None = None

    def all(self) -> Settings:
        """The settings in force."""
        if self._known is None:
            names = {f.name for f in fields(Settings)}
            stored = self._session.store.read.settings()
            self._known = Settings(**{k: v for k, v in stored.items() if k in names})
        return self._known

    def change(self, **values: Any) -> Settings:
        """Change settings by name; BadInput names a value that won't do."""
        before = asdict(self.all())
        for name, value in values.items():
            if value not in _CHOICES.get(name, (value,)):
                raise BadInput("field_value", field=name, value=value)
        if "number_pattern" in values:
            check_pattern(values["number_pattern"])
        changed = {name: value for name, value in values.items() if before[name] != value}
        if any(name not in OWN for name in changed):
            self._session.check_right("settings")
        if changed:
            with self._session.act("settings") as act:
                for name, value in changed.items():
                    act.change_setting(name, value)
            self._known = None
            look = {name: str(changed[name]) for name in _LOOK if name in changed}
            if look:
                self._session.store.change_look(**look)
        return self.all()

    def set_letterhead(self, data: bytes) -> list[str]:
        """Use this `.docx` for memos of the language that it is made for.

        Returns what the template lacks, in the desk's language; it is taken only if nothing is
        missing.
        """
        from ctdesk.memo.template import check_template, template_language

        faults = check_template(data, self.all().lang)
        if not faults:
            language = template_language(data) or self.all().lang
            self.change(**{f"letterhead_{language}": self._session.store.blobs.put(data)})
        return faults

    def drop_letterheads(self) -> Settings:
        """Go back to the templates that come with the program."""
        return self.change(letterhead_ar="", letterhead_en="", letterhead_both="")

    def standard_letterhead(self, language: MemoLanguage) -> bytes:
        """The program's own template, to begin the division's from in Word."""
        from ctdesk.memo.template import default_template

        return default_template(language)
