"""What can be done in a dossier: a draft taken in, an article answered, an opinion begun on all."""

from __future__ import annotations

from ctdesk.domain.classification import highest
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Dossier, Item
from ctdesk.domain.terms import terms
from ctdesk.ui.articles.draft_dialog import DraftDialog
from ctdesk.ui.articles.item_dialog import ItemDialog
from ctdesk.ui.keeping.packs.making import make_pack
from ctdesk.ui.page import Page


class DossierActs(Page):
    """The acts on the dossier that is open."""

    @property
    def dossier(self) -> Dossier | None:
        """The dossier that is open."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Show the dossier as it is after an act."""
        raise NotImplementedError

    def can(self, handler: str) -> bool:
        if handler in ("take_draft", "opinion_on_agreement", "show_history", "pack_these"):
            return self.dossier is not None
        return super().can(handler)

    def show_history(self) -> None:
        """What was written of the dossier."""
        from ctdesk.ui.documents.history_dialog import HistoryDialog

        if self.dossier is None:
            return
        dialog = HistoryDialog(self.context, self.dossier.uid, self, table="dossier")
        dialog.brought_back.connect(lambda _record: self.refresh())
        dialog.exec()

    def pack_these(self) -> None:
        """Make a pack of the dossier, for another desk."""
        if self.dossier is not None:
            make_pack(self, dossiers=[self.dossier.uid])

    def take_draft(self) -> None:
        """A draft of the agreement arrived."""
        dossier = self.dossier
        if dossier is None:
            return
        try:
            documents = self.context.desk.dossiers.documents(dossier.uid)
        except CtdeskError as error:
            self.failed.emit(error)
            return
        if DraftDialog(self.context, self, dossier.uid, documents).exec():
            self.show_again()
            self.changed.emit()
            self.notice.emit(self.tr("The draft was taken into the dossier."))

    def answer(self, item: Item) -> None:
        """Position and wording for one article."""
        if ItemDialog(self.context, self, item).exec():
            self.show_again()
            self.notice.emit(self.tr("The article was changed."))

    def opinion_on_agreement(self) -> None:
        """Begin an opinion with a row for each article of the agreement."""
        dossier, desk = self.dossier, self.context.desk
        if dossier is None:
            return
        title = dossier.title_ar or dossier.title_en
        try:
            drafts = [d for d in desk.dossiers.documents(dossier.uid) if d.kind == "instrument"]
            degree = highest((dossier.classification, *(d.classification for d in drafts)))
            opinion = desk.opinions.new(
                subject=terms()("draft.subject", "ar", subject=title),
                subject_en=dossier.title_en,
                memo_kind="opinion_mou",
                on=[draft.uid for draft in drafts],
                classification=degree,
                blocks=desk.articles.as_blocks(dossier.uid),
            )
        except CtdeskError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
        self.opened.emit("document", opinion.uid)
