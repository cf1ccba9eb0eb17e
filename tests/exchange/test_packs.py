"""What goes into a pack, what a merge does, and which packs are refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ctdesk.desk import Desk
from ctdesk.desk.packs import Chosen
from ctdesk.desk.rows import NewFile
from ctdesk.domain.errors import CtdeskError
from ctdesk.domain.records import Document, Dossier, Item, Officer
from ctdesk.store import changes
from ctdesk.store.restoring import restore
from tests.conftest import PASSPHRASE
from tests.exchange.days import SECOND
from tests.exchange.desks import EVERYTHING, TODAY, history_of, introduce, send, state_of


def registered(desk: Desk, subject: str = "تقرير", **fields: Any) -> Document:
    files = fields.pop("attachments", ())
    document = Document(kind="report", direction="incoming", subject=subject, **fields)
    return desk.documents.register(document, sender="السفارة في أوسلو", attachments=files)


def bring(source: Desk, target: Desk, path: Path, chosen: Chosen | None = None) -> Any:
    """A pack of everything the source has, merged at once."""
    return target.packs.take(send(source, target, path, chosen))


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(CtdeskError) as caught:
        act()
    assert caught.value.message("ar")
    assert caught.value.message("en")
    return caught.value.code


def test_a_pack_brings_documents_with_their_files_and_they_are_found(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    scan = NewFile("scan.pdf", "application/pdf", b"%PDF bytes")
    document = registered(main, "تمويل الإرهاب", text="عبر الحدود", attachments=[scan])
    told = bring(main, laptop, tmp_path / "a.ctx", Chosen(documents=[document.uid]))
    assert [row.way for row in told.rows if row.table == "document"] == ["new"]
    assert laptop.documents.get(document.uid) == document
    assert [row.uid for row in laptop.documents.list("الحدود").rows] == [document.uid]
    (file,) = laptop.documents.attachments(document.uid)
    assert laptop.documents.attachment_data(file.uid) == b"%PDF bytes"
    assert laptop.documents.history(document.uid)[-1].officer == ""
    assert laptop.verify().sound


def test_a_pack_merged_before_is_refused_with_who_and_when_and_changes_nothing(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    laptop.officers.edit(laptop.officer.uid, name_ar="موظف المكتب")
    registered(main)
    path = send(main, laptop, tmp_path / "a.ctx")
    laptop.packs.take(path)
    before, packs = state_of(laptop), laptop.packs.list()
    renamed = shutil.copy(path, tmp_path / "b.ctx")
    with pytest.raises(CtdeskError) as caught:
        laptop.packs.take(Path(renamed))
    assert caught.value.code == "pack_already_merged"
    assert caught.value.values["who"] == "موظف المكتب"
    assert str(caught.value.values["at"])[:10] == packs[0].at[:10]
    assert (state_of(laptop), laptop.packs.list()) == (before, packs)


def test_a_preview_tells_what_a_merge_does_and_does_nothing(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    document = registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    main.documents.edit(document.uid, subject="كتب المكتب الرئيس", due="2026-12-01")
    laptop.documents.edit(document.uid, subject="كتب الحاسوب")
    path = send(main, laptop, tmp_path / "b.ctx")
    before, history = state_of(laptop), history_of(laptop)
    told = laptop.packs.preview(path)
    assert (state_of(laptop), history_of(laptop)) == (before, history)
    (row,) = [row for row in told.rows if row.table == "document"]
    assert row.way == "both"
    assert {field.name: field.kind for field in row.fields} == {
        "subject": "both",
        "due": "changed",
    }
    (clash,) = [field for field in row.fields if field.clashes]
    assert {head.text for head in clash.heads} == {"كتب المكتب الرئيس", "كتب الحاسوب"}
    assert told.rows == laptop.packs.take(path).rows


def test_of_two_values_the_later_shows_both_are_kept_and_a_choice_settles_it_everywhere(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    document = registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    main.documents.edit(document.uid, subject="الأول")
    laptop.documents.edit(document.uid, subject="الثاني")
    bring(laptop, main, tmp_path / "b.ctx")
    bring(main, laptop, tmp_path / "c.ctx")
    assert main.documents.get(document.uid).subject == "الثاني"
    (row,) = main.conflicts.list()
    assert [head.text for head in row.field.heads] == ["الثاني", "الأول"]
    main.documents.edit(document.uid, due="2026-12-01")
    assert len(main.conflicts.list()) == 1
    main.conflicts.settle(row, row.field.heads[1].id)
    assert main.conflicts.list() == []
    assert refusal(lambda: main.conflicts.settle(row, row.field.heads[1].id)) == "conflict_gone"
    bring(main, laptop, tmp_path / "d.ctx")
    assert laptop.documents.get(document.uid).subject == "الأول"
    assert laptop.conflicts.list() == []
    told = {row.after for row in laptop.documents.history(document.uid)}
    assert {"الأول", "الثاني"} <= told


def test_a_choice_can_be_made_with_the_merge(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    document = registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    main.documents.edit(document.uid, subject="الأول")
    laptop.documents.edit(document.uid, subject="الثاني")
    path = send(main, laptop, tmp_path / "b.ctx")
    ((row, clash),) = laptop.packs.preview(path).conflicts
    chosen = next(head.id for head in clash.heads if head.text == "الأول")
    laptop.packs.take(path, choices={(row.uid, clash.name): chosen})
    assert laptop.documents.get(document.uid).subject == "الأول"
    assert laptop.conflicts.list() == []


def test_topics_added_and_taken_away_on_two_desks_merge_without_a_conflict(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    document = registered(main, topics=("CTFN", "BORD"))
    bring(main, laptop, tmp_path / "a.ctx")
    main.documents.edit(document.uid, topics=("BORD", "SANC"))
    laptop.documents.edit(document.uid, topics=("CTFN", "BORD", "CAMP"))
    bring(laptop, main, tmp_path / "b.ctx")
    assert set(main.documents.get(document.uid).topics) == {"BORD", "SANC", "CAMP"}
    assert main.conflicts.list() == []


def test_work_on_a_document_beats_its_voiding_elsewhere(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    document = registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    laptop.documents.change_state(document.uid, "answered")
    main.documents.change_state(document.uid, "void", "سُجّل خطأً")
    bring(laptop, main, tmp_path / "b.ctx")
    assert main.documents.get(document.uid).state == "answered"
    (row,) = main.conflicts.list()
    main.conflicts.settle(row, row.field.heads[1].id)
    assert main.documents.get(document.uid).state == "void"


def an_opinion(desk: Desk) -> Document:
    report = registered(desk, "تقرير السفارة", text="نص التقرير عن الحدود")
    return desk.opinions.new(subject="رأي فني", on=[report.uid])


def test_what_is_written_elsewhere_into_an_issued_opinion_is_listed_and_never_applied(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    opinion = an_opinion(main)
    bring(main, laptop, tmp_path / "a.ctx")
    main.opinions.issue(opinion.uid)
    laptop.opinions.edit(opinion.uid, subject="عنوان آخر")
    bring(laptop, main, tmp_path / "b.ctx")
    bring(main, laptop, tmp_path / "c.ctx")
    for desk in two:
        assert desk.documents.get(opinion.uid).subject == "رأي فني"
        (row,) = desk.conflicts.list()
        assert row.field.kind == "frozen"
        assert [head.text for head in row.field.heads] == ["رأي فني", "عنوان آخر"]
    row = laptop.conflicts.list()[0]
    laptop.conflicts.settle(row, row.field.heads[0].id)
    bring(laptop, main, tmp_path / "d.ctx")
    assert [desk.conflicts.list() for desk in two] == [[], []]
    assert state_of(main)["rows"]["document"] == state_of(laptop)["rows"]["document"]


def test_an_opinion_keeps_what_another_desk_wrote_before_its_issue(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    opinion = an_opinion(main)
    bring(main, laptop, tmp_path / "a.ctx")
    laptop.opinions.edit(opinion.uid, subject="عنوان الحاسوب")
    bring(laptop, main, tmp_path / "b.ctx")
    main.opinions.issue(opinion.uid)
    bring(main, laptop, tmp_path / "c.ctx")
    for desk in two:
        assert desk.documents.get(opinion.uid).subject == "عنوان الحاسوب"
        assert desk.conflicts.list() == []


def test_of_two_issues_the_earlier_holds_and_the_other_number_is_not_given_again(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    opinion = an_opinion(main)
    bring(main, laptop, tmp_path / "a.ctx")
    laptop.opinions.issue(opinion.uid)
    main.opinions.issue(opinion.uid)
    bring(laptop, main, tmp_path / "b.ctx")
    bring(main, laptop, tmp_path / "c.ctx")
    issued = main.documents.get(opinion.uid)
    assert issued == laptop.documents.get(opinion.uid)
    assert (issued.provisional_number, issued.register_number) == ("م/L1/1", "2/2026")
    (row,) = main.conflicts.list()
    assert row.field.kind == "issued_twice"
    assert [head.text for head in row.field.heads] == ["م/L1/1", "1/2026"]
    frozen = [r for r in main.opinions.revisions(opinion.uid) if r.frozen]
    assert len(frozen) == 1
    main.conflicts.settle(row, row.field.heads[0].id)
    assert main.conflicts.list() == []


def test_a_text_written_on_two_desks_shows_one_and_lists_both(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    opinion = an_opinion(main)
    bring(main, laptop, tmp_path / "a.ctx")
    for desk, words in ((main, "الأول"), (laptop, "الثاني")):
        blocks = list(desk.opinions.open(opinion.uid).blocks)
        desk.opinions.save(
            opinion.uid, [*blocks[:-1], type(blocks[-1])("", "paragraph", words, "")]
        )
    bring(laptop, main, tmp_path / "b.ctx")
    (row,) = main.conflicts.list()
    assert row.field.kind == "text"
    other = row.field.heads[1]
    main.conflicts.settle(row, other.id)
    assert main.conflicts.list() == []
    assert main.opinions.open(opinion.uid).blocks[-1].ar == other.text.splitlines()[-1]
    assert len(main.opinions.revisions(opinion.uid)) == 4


def test_provisional_numbers_become_permanent_at_the_main_desk_and_both_are_found(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    registered(main)
    document = registered(laptop)
    assert document.register_number == "م/L1/1"
    told = bring(laptop, main, tmp_path / "a.ctx")
    assert told.numbered == {"م/L1/1": "2/2026"}
    bring(main, laptop, tmp_path / "b.ctx")
    for desk in two:
        assert desk.documents.find("2/2026").uid == document.uid
        assert desk.documents.find("م/L1/1").uid == document.uid
        assert desk.documents.list("number:م/L1/1").total == 1
        assert desk.conflicts.list() == []
    assert registered(laptop).register_number == "م/L1/3"


def test_the_same_number_on_two_main_desks_is_listed(two: list[Desk], tmp_path: Path) -> None:
    main, other = two
    other.settings.change(laptop="")
    mine, theirs = registered(main, "هنا"), registered(other, "هناك")
    assert mine.register_number == theirs.register_number
    bring(other, main, tmp_path / "a.ctx")
    (row,) = main.conflicts.list()
    assert row.field.kind == "number"
    assert {head.text for head in row.field.heads} == {"هنا", "هناك"}
    main.documents.change_state(theirs.uid, "void", "رقم مكرر")
    assert main.conflicts.list() == []


def test_what_is_above_the_ceiling_stays_here_with_all_that_names_it(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    low = registered(main, "عادي", classification="open")
    high = registered(main, "سري للغاية", classification="top_secret")
    main.documents.link(low.uid, high.uid, "refers_to")
    path = tmp_path / "a.ctx"
    chosen = Chosen(documents=[low.uid, high.uid])
    device = laptop.desks.card().device
    pack = main.packs.out(path, chosen, to=device, ceiling="secret")
    assert pack.left_out == 1
    laptop.packs.take(path)
    assert refusal(lambda: laptop.documents.get(high.uid)) == "not_found"
    assert laptop.documents.links(low.uid) == []
    high_only = Chosen(documents=[high.uid])
    out = tmp_path / "b.ctx"
    code = refusal(lambda: main.packs.out(out, high_only, to=device, ceiling="secret"))
    assert (code, out.exists()) == ("pack_empty", False)


def test_a_dossier_goes_with_items_documents_and_ties(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    inside, outside = registered(main, "داخل"), registered(main, "خارج")
    dossier = main.dossiers.add(
        Dossier(code="C1", kind="committee", title_ar="لجنة"), [Item(dossier="-", text_ar="بند")]
    )
    main.dossiers.put(dossier.uid, inside.uid)
    main.documents.link(inside.uid, outside.uid, "refers_to")
    bring(main, laptop, tmp_path / "a.ctx", Chosen(dossiers=[dossier.uid]))
    assert [item.text_ar for item in laptop.dossiers.items(dossier.uid)] == ["بند"]
    assert [row.uid for row in laptop.dossiers.documents(dossier.uid)] == [inside.uid]
    assert refusal(lambda: laptop.documents.get(outside.uid)) == "not_found"
    # the tie follows once its other end goes
    bring(main, laptop, tmp_path / "b.ctx", Chosen(documents=[outside.uid]))
    assert [link.link.source for link in laptop.documents.links(outside.uid)] == [inside.uid]


def test_a_pack_above_the_officer_s_clearance_is_refused(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    registered(main, classification="top_secret")
    path = send(main, laptop, tmp_path / "a.ctx")
    laptop.officers.edit(laptop.officer.uid, clearance="secret")
    before = state_of(laptop)
    assert refusal(lambda: laptop.packs.take(path)) == "pack_above_clearance"
    assert state_of(laptop) == before


def test_everything_leaves_only_with_a_second_officer(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    registered(main)
    device = laptop.desks.card().device
    out = tmp_path / "a.ctx"

    def pack(second: tuple[str, str] | None) -> object:
        return main.packs.out(out, EVERYTHING, to=device, second=second)

    own = (main._store.slot, PASSPHRASE)
    assert refusal(lambda: pack(None)) == "pack_second_needed"
    assert refusal(lambda: pack(own)) == "second_is_the_same"
    assert refusal(lambda: pack((SECOND, "خطأ"))) == "wrong_passphrase"
    assert not out.exists()
    assert main.packs.list() == []
    pack((SECOND, SECOND))
    assert out.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [({"role": "registrar"}, "role_may_not"), ({"clearance": "restricted"}, "second_not_cleared")],
)
def test_the_second_officer_of_a_whole_desk_may_agree_and_is_cleared_for_it(
    two: list[Desk], tmp_path: Path, change: dict[str, str], code: str
) -> None:
    main, laptop = two
    registered(main)
    device, out = laptop.desks.card().device, tmp_path / "a.ctx"
    (colleague,) = main._store.read.where(Officer, slot=SECOND)
    with main._store.act("edit") as act:
        act.update(Officer, colleague.uid, **change)
    second = (SECOND, SECOND)
    assert refusal(lambda: main.packs.out(out, EVERYTHING, to=device, second=second)) == code
    assert not out.exists()


def test_officers_of_another_desk_are_known_by_name_and_open_nothing_here(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    main.officers.edit(main.officer.uid, name_ar="مسؤول المكتب الرئيس")
    document = registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    guest = next(o for o in laptop.officers.list() if o.uid == main.officer.uid)
    assert (guest.name_ar, guest.slot) == ("مسؤول المكتب الرئيس", "")
    assert laptop.documents.history(document.uid)[-1].officer == "مسؤول المكتب الرئيس"
    assert refusal(lambda: laptop.officers.edit(guest.uid, clearance="open")) == "officer_elsewhere"
    copy = tmp_path / "copy"
    shutil.copytree(laptop.folder, copy, ignore=shutil.ignore_patterns("lock"))
    again = Desk.open(copy, PASSPHRASE, today=lambda: TODAY)
    assert again.officer.uid == laptop.officer.uid
    again.close()


def test_another_desk_s_changes_to_our_officers_do_not_count(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    with laptop._session.act("edit") as act:
        act.update(Officer, main.officer.uid, clearance="open", role="registrar")
    registered(laptop)
    path = tmp_path / "b.ctx"
    second = (SECOND, SECOND)
    device = main.desks.card().device
    laptop.packs.out(path, EVERYTHING, to=device, ceiling="top_secret", second=second)
    main.packs.take(path)
    ours = next(o for o in main.officers.list() if o.uid == main.officer.uid)
    assert (ours.clearance, ours.role) == ("top_secret", "administrator")
    assert ours.slot == main._store.slot


def test_an_honest_desk_brings_on_what_another_wrote(
    some_desks: Callable[[int], list[Desk]], tmp_path: Path
) -> None:
    one, carrier, far = some_desks(3)
    document = registered(one, "من المكتب الأول")
    bring(one, carrier, tmp_path / "a.ctx")
    bring(carrier, far, tmp_path / "b.ctx")
    assert far.documents.get(document.uid).subject == "من المكتب الأول"
    assert far.verify().sound


def test_what_a_desk_wrote_whose_card_is_not_trusted_is_refused(
    some_desks: Callable[[int], list[Desk]], tmp_path: Path
) -> None:
    one, carrier, far = some_desks(3)
    registered(one)
    bring(one, carrier, tmp_path / "a.ctx")
    path = send(carrier, far, tmp_path / "b.ctx")
    far.desks.distrust(one.desks.card().device)
    before = state_of(far)
    assert refusal(lambda: far.packs.take(path)) == "pack_unknown_origin"
    assert state_of(far) == before


def test_a_history_that_contradicts_the_known_one_is_refused(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    document = registered(main)
    copy = tmp_path / "copy"
    shutil.copytree(main.folder, copy, ignore=shutil.ignore_patterns("lock"))
    main.documents.edit(document.uid, subject="تاريخ")
    bring(main, laptop, tmp_path / "a.ctx")
    other = Desk.open(copy, PASSPHRASE, today=lambda: TODAY)
    other.documents.edit(document.uid, subject="تاريخ آخر")
    path = send(other, laptop, tmp_path / "b.ctx")
    other.close()
    before = state_of(laptop)
    assert refusal(lambda: laptop.packs.take(path)) == "pack_forked"
    assert state_of(laptop) == before


def test_a_desk_restored_from_an_old_backup_is_told(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    document = registered(main)
    old = tmp_path / "old"
    shutil.copytree(main.folder, old, ignore=shutil.ignore_patterns("lock"))
    main.documents.edit(document.uid, subject="بعد النسخة")
    bring(main, laptop, tmp_path / "a.ctx")
    path = send(laptop, main, tmp_path / "b.ctx")
    restored = Desk.open(old, PASSPHRASE, today=lambda: TODAY)
    assert refusal(lambda: restored.packs.take(path)) == "pack_own_history"
    restored.close()


def test_after_a_restoring_other_desks_give_back_what_the_backup_lacked(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    document = registered(main)
    copied = main.backups.write(tmp_path / "copy").copied
    main.documents.edit(document.uid, subject="بعد النسخة")
    bring(main, laptop, tmp_path / "a.ctx")
    restore(tmp_path / "back" / "desk", copied, main.unlocked.keys)
    restored = Desk.open(tmp_path / "back" / "desk", PASSPHRASE, today=lambda: TODAY)
    introduce([restored, laptop])
    bring(laptop, restored, tmp_path / "b.ctx")
    assert restored.documents.get(document.uid).subject == "بعد النسخة"
    restored.documents.edit(document.uid, subject="بعد الاسترجاع")
    bring(restored, laptop, tmp_path / "c.ctx")
    assert laptop.documents.get(document.uid).subject == "بعد الاسترجاع"
    assert restored._store.verify().chains == laptop._store.verify().chains == ()
    restored.close()


def test_a_desk_met_after_its_restoring_is_known_by_what_it_was_before(
    some_desks: Callable[[int], list[Desk]], tmp_path: Path
) -> None:
    main, stranger = some_desks(2)
    document = registered(main)
    before = main.desks.card().device
    copied = main.backups.write(tmp_path / "copy").copied
    restore(tmp_path / "back" / "desk", copied, main.unlocked.keys)
    restored = Desk.open(tmp_path / "back" / "desk", PASSPHRASE, today=lambda: TODAY)
    card = restored.desks.card()
    assert [device for device, _ in card.former] == [before]
    stranger._store._db.execute("DELETE FROM peer")
    introduce([restored, stranger])
    bring(restored, stranger, tmp_path / "a.ctx")
    assert stranger.documents.get(document.uid).subject == document.subject
    assert [row.device for row in stranger.desks.list()] == [card.device]
    assert stranger._store.verify().chains == ()
    restored.close()


def test_a_clock_two_days_ahead_is_refused(
    two: list[Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main, laptop = two
    real = changes.time.time
    monkeypatch.setattr(changes.time, "time", lambda: real() + 50 * 3600)
    registered(main)
    path = send(main, laptop, tmp_path / "a.ctx")
    monkeypatch.setattr(changes.time, "time", real)
    assert refusal(lambda: laptop.packs.take(path)) == "pack_clock"


def test_packs_from_strangers_for_others_and_to_strangers_are_refused(
    some_desks: Callable[[int], list[Desk]], tmp_path: Path, made: list[Path]
) -> None:
    main, laptop, third = some_desks(3)
    registered(main)
    path = send(main, laptop, tmp_path / "a.ctx")
    assert refusal(lambda: third.packs.take(path)) == "pack_not_for_us"
    assert refusal(lambda: main.packs.take(path)) == "pack_not_for_us"
    laptop.desks.distrust(main.desks.card().device)
    assert refusal(lambda: laptop.packs.take(path)) == "pack_untrusted_desk"
    assert refusal(lambda: send(laptop, main, tmp_path / "b.ctx")) == "desk_untrusted"
    assert refusal(lambda: main.packs.out(tmp_path / "c.ctx", Chosen())) == "pack_no_recipient"
    assert refusal(lambda: main.packs.out(tmp_path / "c.ctx", Chosen(), to="x")) == "desk_unknown"


def test_a_pack_under_a_passphrase_goes_where_no_card_is_known(
    two: list[Desk], tmp_path: Path, made: list[Path]
) -> None:
    main, laptop = two
    document = registered(main)
    path = tmp_path / "a.ctx"
    main.packs.out(path, Chosen(documents=[document.uid]), passphrase="سبع كلمات")
    assert refusal(lambda: laptop.packs.take(path)) == "pack_needs_passphrase"
    assert refusal(lambda: laptop.packs.take(path, "خطأ")) == "pack_wrong_passphrase"
    laptop.packs.take(path, "سبع كلمات")
    assert laptop.documents.get(document.uid).uid == document.uid


def test_both_desks_record_the_pack(two: list[Desk], tmp_path: Path) -> None:
    main, laptop = two
    registered(main)
    bring(main, laptop, tmp_path / "a.ctx")
    (out,), (came,) = main.packs.list(), laptop.packs.list()
    assert (out.id, out.way, came.way, out.ceiling) == (came.id, "out", "in", "top_secret")
    assert out.counts["document"] == 1
    for desk, name in ((main, "pack_out"), (laptop, "pack_in")):
        (row,) = desk._store.read.connection.execute(
            "SELECT detail FROM act WHERE act = ?", (name,)
        ).fetchall()
        assert out.id in row[0]


def test_parties_by_one_name_are_kept_apart_and_asked_about(
    two: list[Desk], tmp_path: Path
) -> None:
    main, laptop = two
    for desk in two:
        desk.documents.register(
            Document(kind="report", direction="incoming", subject="تقرير"), sender="هيئة جديدة"
        )
    bring(main, laptop, tmp_path / "a.ctx")
    ((one, other),) = laptop.conflicts.same_parties()
    assert one.name_ar == other.name_ar == "هيئة جديدة"


def test_every_new_desk_knows_the_seeded_parties_by_the_same_identity(two: list[Desk]) -> None:
    main, laptop = two
    assert main.parties.all().keys() == laptop.parties.all().keys()
    introduce(two)
