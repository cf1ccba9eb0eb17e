"""Packs: what leaves for another desk and what comes from one; looked at first, then merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.desk.desks import Desks
from ctdesk.desk.leaving import write_whole
from ctdesk.desk.merged import Choices, previewed, settle_chosen, settle_lists
from ctdesk.desk.pack_rows import PackEntry, PackMade, Preview, Values
from ctdesk.desk.permanent import give_permanent
from ctdesk.domain.classification import cleared, highest, rank
from ctdesk.domain.errors import BadInput, Refused, TermKey
from ctdesk.domain.roles import check_right
from ctdesk.exchange.card import KeyCard
from ctdesk.exchange.container import MOST_BYTES
from ctdesk.exchange.incoming import Parcel, check_seals, read_parcel
from ctdesk.exchange.outgoing import Packing, Progress
from ctdesk.store.merging import Merged, Merging
from ctdesk.store.peers import Peers
from ctdesk.store.picking import Chosen, Picking

if TYPE_CHECKING:
    from ctdesk.desk.parties import Parties
    from ctdesk.desk.screening_lists import ListKeeping
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook
    from ctdesk.exchange.manifest import Manifest
    from ctdesk.store.acting import Act


class _LookedAtError(Exception):
    """A preview is a merge that is not kept."""


class Packs:
    """The desk's packs."""

    def __init__(
        self,
        session: Session,
        settings: SettingsBook,
        parties: Parties,
        desks: Desks,
        lists: ListKeeping,
    ) -> None:
        self._lists = lists
        self._session = session
        self._settings = settings
        self._parties = parties
        self._desks = desks
        self._peers = Peers(session.store.read.connection)

    def out(
        self,
        path: Path,
        chosen: Chosen,
        *,
        to: str = "",
        ceiling: str = "secret",
        passphrase: str = "",
        second: tuple[str, str] | None = None,
        progress: Progress = lambda _done, _total: True,
    ) -> PackMade:
        """Write a pack of the chosen records for a trusted desk (`to`: device or name).

        With a passphrase it is closed with that instead of the desk's key; then it may also go to
        a desk whose card is not here. Everything goes only with a second officer (`second`: slot
        and passphrase). Raises Refused, and then nothing was written or recorded.
        """
        if not to and not passphrase:
            raise Refused("pack_no_recipient")
        peer = self._desks.trusted(to) if to else None
        agreed = self._second(chosen, second, ceiling)
        access = self._session.access
        with self._session.act("pack_out") as act:
            picking = Picking(
                self._session.store.read.connection,
                lambda degree: access.may_see(degree) and rank(degree) <= rank(ceiling),
            )
            picked = picking.pick(chosen, self._peers.carried(peer.device) if peer else ())
            outgoing = Packing(self._session.store.read, self._session.store.blobs).make(
                picked,
                to=KeyCard.from_text(peer.card) if peer else None,
                ceiling=ceiling,
                passphrase=passphrase,
                progress=progress,
            )
            manifest = outgoing.manifest
            if peer:
                self._peers.note_carried(peer.device, picked.rows)
            seal = self._note_out(act, manifest, peer.device if peer else "", ceiling, agreed)
            write_whole(path, outgoing.data)
        return PackMade(
            id=manifest.id,
            path=str(path),
            recipient=(peer.label or peer.device) if peer else "",
            counts=manifest.counts,
            left_out=len(picked.left_out),
            lost=outgoing.lost,
            seal=seal,
        )

    def _note_out(
        self, act: Act, manifest: Manifest, device: str, ceiling: str, agreed: str
    ) -> str:
        """Record that a pack was made, for whom, by whom; the seal of the act."""
        self._peers.note_pack(
            manifest.id, "out", device, self._session.officer.uid, ceiling, manifest.counts
        )
        return act.seal(
            "pack_out",
            pack=manifest.id,
            to=device,
            ceiling=ceiling,
            documents=manifest.counts.get("document", 0),
            entries=manifest.counts["entry"],
            files=manifest.counts["file"],
            second=agreed,
        )

    def preview(self, path: Path, passphrase: str = "") -> Preview:
        """What merging a pack would do; nothing is changed. Raises as `take` does."""
        parcel = self._read(path, passphrase)
        found: list[Preview] = []
        try:
            with self._session.act("pack_in") as act:
                merged = self._merge(act, parcel)
                found.append(self._told(parcel, merged, {}))
                raise _LookedAtError
        except _LookedAtError:
            return found[0]
        finally:
            self._parties.forget()

    def take(self, path: Path, passphrase: str = "", choices: Choices | None = None) -> Preview:
        """Merge a pack, in one act. `choices` settle conflicts: (record, field) to the entry whose
        value is to hold; the others stay open.

        Raises BadInput or Refused, with nothing changed, for a pack that is not for this desk, not
        from a trusted one, altered in any way, merged before, or above the officer's clearance.
        """
        parcel = self._read(path, passphrase)
        self._keep_files(parcel)
        try:
            with self._session.act("pack_in") as act:
                merged = self._merge(act, parcel)
                self._parties.forget()
                numbered = {}
                if not self._settings.all().laptop:
                    pattern = self._settings.all().number_pattern
                    numbered = give_permanent(act, merged.documents(), pattern)
                told = self._told(parcel, merged, numbered)
                settle_chosen(act, merged, choices or {})
                settle_lists(act, merged, self._lists)
                self._note(act, parcel, merged)
        finally:
            self._parties.forget()
        return told

    def list(self) -> Sequence[PackEntry]:
        """The packs that were made and merged here, the newest first."""
        values = self._values()
        return [
            PackEntry(
                id=row.id,
                way=row.way,
                desk=values.desk(row.device),
                at=row.at,
                officer=values.officer(row.officer),
                ceiling=row.ceiling,
                counts=row.counts,
            )
            for row in self._peers.packs()
        ]

    def _second(self, chosen: Chosen, second: tuple[str, str] | None, ceiling: str) -> str:
        """The second officer, where the pack is of everything; Refused for one who has not the
        right to agree, or is not cleared for all that goes."""
        if not chosen.everything:
            return ""
        if second is None:
            raise Refused("pack_second_needed")
        officer = self._session.countersigned(*second)
        check_right(officer.role, "second")
        if min(rank(ceiling), self._session.clearance) > cleared(officer.clearance):
            raise Refused("second_not_cleared")
        return officer.uid

    def _read(self, path: Path, passphrase: str) -> Parcel:
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            raise BadInput("file_missing", path=str(path)) from None
        parcel = read_parcel(data, self._peers, passphrase)
        known = self._peers.pack(parcel.manifest.id)
        if known is not None:
            who = self._values().officer(known.officer)
            at = datetime.fromisoformat(known.at).astimezone(UTC).strftime("%Y-%m-%d %H:%M")
            raise Refused("pack_already_merged", who=who, at=at)
        check_seals(parcel, self._peers)
        self._check_cleared(parcel.manifest.highest)
        return parcel

    def _merge(self, act: Act, parcel: Parcel) -> Merged:
        merged = Merging(act).take(parcel.sealed, parcel.bodies)
        degrees = (getattr(t.after, "classification", "") for t in merged.records)
        self._check_cleared(highest(degrees))
        return merged

    def _check_cleared(self, degree: str) -> None:
        if not self._session.access.may_see(degree):
            raise Refused(
                "pack_above_clearance", highest=TermKey(f"vocabulary.classification.{degree}")
            )

    def _keep_files(self, parcel: Parcel) -> None:
        """Keep the files before the act that names them, as they are called everywhere."""
        blobs = self._session.store.blobs
        for name, data in parcel.files.items():
            if not blobs.put_as(name, data) and blobs.get(name) != data:
                raise BadInput("pack_altered")

    def _note(self, act: Act, parcel: Parcel, merged: Merged) -> None:
        manifest, sender = parcel.manifest, parcel.manifest.sender.device
        self._peers.keep_seals(manifest.seals)
        self._peers.note_carried(sender, parcel.rows)
        self._peers.note_pack(
            manifest.id,
            "in",
            sender,
            self._session.officer.uid,
            manifest.ceiling,
            {**manifest.counts, "new_entries": merged.entries},
        )
        head = next((s.hash.hex() for s in manifest.seals if s.device == sender), "")
        act.seal(
            "pack_in",
            pack=manifest.id,
            sender=sender,
            ceiling=manifest.ceiling,
            entries=merged.entries,
            sender_head=head,
        )

    def _told(self, parcel: Parcel, merged: Merged, numbered: Mapping[str, str]) -> Preview:
        manifest = parcel.manifest
        return Preview(
            id=manifest.id,
            sender=manifest.sender.label or manifest.sender.device,
            made_at=manifest.made_at,
            ceiling=manifest.ceiling,
            counts=manifest.counts,
            rows=previewed(merged, self._values(), self._settings.all().lang),
            files=len(parcel.files),
            numbered=numbered,
        )

    def _values(self) -> Values:
        return Values(self._session, self._parties, self._desks.labels(), self._settings.all().lang)


__all__ = ["Chosen", "Packs", "Preview"]
