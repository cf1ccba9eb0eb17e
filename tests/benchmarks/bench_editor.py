"""Keys in the opinion's editor, measured on a long text.

    python -m tests.benchmarks.bench_editor [-n 300]

Each line: the milliseconds from a key to a window that has settled again, median and worst of ten.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ctdesk.domain.blocks import Block

ROUNDS = 10


def measured(name: str, act: Callable[[], object], settle: Callable[[], None]) -> None:
    """Print one row."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        act()
        settle()
        times.append((time.perf_counter() - started) * 1000)
    print(f"{name:28} {statistics.median(times):7.1f} {max(times):7.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=300, help="blocks of the opinion")
    count = parser.parse_args().n
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ctdesk.desk import Desk
    from ctdesk.store.vault import Cost
    from ctdesk.ui.app import make_application
    from ctdesk.ui.appearance import Appearance
    from ctdesk.ui.context import Context
    from ctdesk.ui.opinion import OpinionPage
    from ctdesk.ui.window import MainWindow

    application = make_application()
    Appearance(application).apply("ar", "light")
    with tempfile.TemporaryDirectory() as folder:
        cheap = Cost(memory_kib=8192, iterations=1, lanes=1)
        desk = Desk.create(Path(folder) / "desk", "bench", cost=cheap)
        blocks = [_block(number) for number in range(count)]
        uid = desk.opinions.new(subject="قياس", blocks=blocks).uid
        window = MainWindow(Context(desk))
        window.resize(1366, 768)
        window.show()
        page = window.go("go_opinions")
        assert isinstance(page, OpinionPage)
        page.open(uid)
        application.processEvents()
        column = page.workspace.column
        column.editor(f"b{count // 2}").write()
        print(f"{count} blocks{'median':>27} {'worst':>7}  ms")

        def press(key: Qt.Key) -> Callable[[], None]:
            return lambda: QTest.keyClick(application.focusWidget() or page, key)

        for name, act in (
            ("a letter", press(Qt.Key.Key_A)),
            ("Enter", press(Qt.Key.Key_Return)),
            ("Backspace", press(Qt.Key.Key_Backspace)),
            ("undo", column.undo),
            ("a block moved", lambda: column._moved(f"b{count // 2}", -1)),
        ):
            measured(name, act, application.processEvents)
        window.close()
        desk.close()


def _block(number: int) -> Block:
    kind = "heading" if number % 10 == 0 else "paragraph"
    text = f"فقرة {number}: " + "نص عن مكافحة الإرهاب وتمويله في المنطقة " * 3
    return Block(f"b{number}", kind, text, "A paragraph of the twin text " * 6)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
