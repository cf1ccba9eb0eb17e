"""Other desks: their key cards are exchanged, six words compared, and then they are trusted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ctdesk.desk.leaving import write_whole
from ctdesk.desk.pack_rows import DeskRow
from ctdesk.desk.people import officer_name
from ctdesk.domain.errors import BadInput, Refused
from ctdesk.domain.records import Officer
from ctdesk.exchange.card import MOST_BYTES, KeyCard, tidy_label
from ctdesk.exchange.outgoing import own_card
from ctdesk.exchange.words import Word, words_of
from ctdesk.store.peers import Peer, Peers

if TYPE_CHECKING:
    from ctdesk.desk.session import Session
    from ctdesk.desk.settings import SettingsBook


class Desks:
    """The desks that this one exchanges packs with."""

    def __init__(self, session: Session, settings: SettingsBook) -> None:
        self._session = session
        self._settings = settings
        self._peers = Peers(session.store.read.connection)

    def card(self) -> KeyCard:
        """This desk's own key card."""
        return own_card(self._peers)

    def name(self, label: str) -> KeyCard:
        """Call this desk by a name, as others will see it."""
        with self._session.act("name_desk") as act:
            self._peers.name_own(tidy_label(label))
            act.note("name_desk")
        return self.card()

    def write_card(self, path: Path, device: str = "") -> Path:
        """Write this desk's card, or that of a known one, to a file for another desk."""
        text = self.get(device).card if device else self.card().to_text()
        with self._session.act("card_out") as act:
            act.note("card_out", device=device or self.card().device)
            write_whole(path, text.encode())
        return path

    def list(self) -> Sequence[DeskRow]:
        """The desks whose cards are here, by name."""
        language = self._settings.all().lang
        read = self._session.store.read
        # what a desk was before a restoring is kept under its card, and is no desk of its own
        return [
            DeskRow(
                device=peer.device,
                label=peer.label,
                trusted=peer.trusted,
                trusted_at=peer.trusted_at,
                trusted_by=officer_name(read.get(Officer, peer.trusted_by), language),
                card=peer.card,
            )
            for peer in self._peers.all()
            if f"\ndevice: {peer.device}\n" in peer.card
        ]

    def get(self, desk: str) -> DeskRow:
        """The known desk of that device or name; Refused when there is none."""
        found = [row for row in self.list() if desk in (row.device, row.label)]
        if not desk or len(found) != 1:
            raise Refused("desk_unknown", desk=desk)
        return found[0]

    def labels(self) -> dict[str, str]:
        """What every desk is called, this one included."""
        own = self._peers.own()
        return {peer.device: peer.label for peer in self._peers.all()} | {own.device: own.label}

    def meet(self, card: KeyCard | str | Path) -> DeskRow:
        """Keep another desk's card (a file, or its text), not trusted yet.

        Raises BadInput for no sound card, Refused for this desk's own, or one whose key is not the
        one that is known of that desk.
        """
        if isinstance(card, Path):
            card = _read_card(card)
        elif isinstance(card, str):
            card = KeyCard.from_text(card)
        devices = {card.device: card.public_key, **dict(card.former)}
        if devices.keys() & self._peers.own_keys().keys():
            raise Refused("card_own")
        for device, key in devices.items():
            known = self._peers.get(device)
            if known is not None and known.public_key != key:
                raise Refused("card_changed", desk=known.label or known.device)
        known = self._peers.get(card.device)
        if known is None or known.card != card.to_text():
            with self._session.act("meet_desk") as act:
                self._peers.keep(card.device, card.label, card.to_text(), card.public_key)
                act.note("meet_desk", device=card.device)
        return self.get(card.device)

    def words(self, device: str) -> Sequence[Word]:
        """The six words to compare with that desk; about a fifth of a second."""
        return words_of(self.card(), KeyCard.from_text(self.get(device).card))

    def trust(self, device: str) -> DeskRow:
        """An officer compared the words and they were the same; for those who may let other desks'
        packs in."""
        self._session.check_right("desks")
        row = self.get(device)
        card = KeyCard.from_text(row.card)
        with self._session.act("trust_desk") as act:
            self._peers.trust(row.device, self._session.officer.uid)
            for former, key in card.former:
                self._peers.keep(former, card.label, row.card, key)
                self._peers.trust(former, self._session.officer.uid)
            act.note("trust_desk", device=row.device)
        return self.get(row.device)

    def distrust(self, device: str) -> DeskRow:
        """Take no more packs from a desk, and make none for it; what came stays."""
        self._session.check_right("desks")
        row = self.get(device)
        with self._session.act("distrust_desk") as act:
            self._peers.distrust(row.device)
            act.note("distrust_desk", device=row.device)
        return self.get(row.device)

    def trusted(self, desk: str) -> Peer:
        """The trusted desk of that device or name; Refused otherwise."""
        row = self.get(desk)
        peer = self._peers.get(row.device)
        assert peer is not None
        if not peer.trusted:
            raise Refused("desk_untrusted", desk=row.name)
        return peer


def _read_card(path: Path) -> KeyCard:
    try:
        with path.open("rb") as file:
            return KeyCard.from_bytes(file.read(MOST_BYTES + 1))
    except OSError:
        raise BadInput("file_missing", path=str(path)) from None
