"""A memo of 40 paragraphs, measured beside bare python-docx in the same run.

    python -m tests.benchmarks.bench_memo [-n 40] [--rounds 15]

Bare python-docx writes the same words, a paragraph each with one run, over its own template and
over ours; it sets no direction, language or complex-script font and splits no runs. Figures are
milliseconds, the best and the middle of the rounds.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable
from functools import partial

from docx import Document

from ctdesk.domain.blocks import Block
from ctdesk.memo.content import MemoContent, MemoLanguage
from ctdesk.memo.template import default_template
from ctdesk.memo.write import write_memo

AR = (
    "إشارةً إلى كتاب سفارة جمهورية العراق في فيينا المرقم 5/12/431 والمؤرخ 2026/11/09، المتضمن "
    "مسودة مذكرة التفاهم مع مكتب الأمم المتحدة المعني بالمخدرات والجريمة (UNODC)، نؤيد مواصلة "
    "تبادل المعلومات المالية مع الجهات النظيرة وفق القانون رقم 39 لسنة 2015، وبما ينسجم مع "
    "القرار S/RES/1373 (2001)."
)
EN = (
    "With reference to Note No. 5/12/431 of 9 November 2026, which enclosed the draft Memorandum "
    "of Understanding with the United Nations Office on Drugs and Crime (UNODC), the Division "
    "supports continuing the exchange of financial information with its counterparts under Law "
    "No. 39 of 2015, in keeping with S/RES/1373 (2001)."
)


def memo(paragraphs: int) -> MemoContent:
    blocks = tuple(
        Block(uid=str(n), kind="paragraph", ar=f"{n} {AR}", en=f"{n} {EN}")
        for n in range(paragraphs)
    )
    return MemoContent(
        kind="opinion_reports",
        opinion_uid="opinion",
        revision=1,
        sha256="0" * 64,
        number="431/2026",
        date="2026-11-23",
        classification="secret",
        urgency="urgent",
        to_ar="السيد وكيل الوزارة",
        to_en="The Undersecretary",
        subject_ar="رأي فني بشأن تقارير البعثات",
        subject_en="Technical opinion on the missions’ reports",
        blocks=blocks,
        signer_title_ar="رئيس قسم مكافحة الإرهاب",
        signer_title_en="Head of the Counter-Terrorism Division",
    )


def bare(content: MemoContent, language: MemoLanguage, template: bytes | None = None) -> bytes:
    """The same words by python-docx alone."""
    document = Document(io.BytesIO(template) if template else None)
    arabic = language != "en"
    head = (content.number, content.date, content.to_ar, content.subject_ar)
    texts = [*head, *((b.ar if arabic else b.en) for b in content.blocks)]
    if language == "both":
        texts += [b.en for b in content.blocks]
    for text in (*texts, content.signer_title_ar):
        document.add_paragraph().add_run(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def measured(work: Callable[[], bytes], rounds: int) -> tuple[float, float]:
    """Best and median milliseconds."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times[1:]), statistics.median(times[1:])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=40, help="paragraphs")
    options.add_argument("--rounds", type=int, default=15)
    chosen = options.parse_args()
    content = memo(chosen.n)
    print(f"{chosen.n} paragraphs; ms best / median of {chosen.rounds}")
    languages: tuple[MemoLanguage, ...] = ("ar", "en", "both")
    for language in languages:
        template = default_template(language)
        ours = measured(partial(write_memo, content, language), chosen.rounds)
        alone = measured(partial(bare, content, language), chosen.rounds)
        over = measured(partial(bare, content, language, template), chosen.rounds)
        print(
            f"{language:5} memo {ours[0]:6.1f} / {ours[1]:6.1f}"
            f"   bare python-docx {alone[0]:6.1f} / {alone[1]:6.1f}"
            f"   over our template {over[0]:6.1f} / {over[1]:6.1f}"
            f"   ratio {ours[1] / alone[1]:.2f} (over the same template {ours[1] / over[1]:.2f})"
        )


if __name__ == "__main__":
    main()
