"""What the head of a document proposes, against what is known: precision and recall by field.

    python -m tests.benchmarks.field_proposals --kit DIR [--half tune|measure] [--faults]

Three sets: the kit's telegrams with their headers put back as text in three forms; Arabic letters
in the form of Iraqi offices, made of varied values; the kit's articles, which have no head, so that
no field of one may be proposed. Two halves by identity: rules were looked at on `tune`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ctdesk.domain.resources import resource
from ctdesk.intake.propose import proposed
from ctdesk.text.fold import fold
from ctdesk.text.show import MONTHS_AR, digits, hijri_text

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_CLASSES = {
    "Secret": "secret", "Confidential": "restricted", "Top Secret": "top_secret",
    "Restricted": "restricted", "Limited Official Use": "restricted", "Unclassified": "open",
    "Official Use Only": "restricted",
}  # fmt: skip
_HEADLESS = ("their_number", "their_date", "from", "to", "copies", "handling", "classification",
             "urgency", "kind")  # fmt: skip
Truth = dict[str, object]


def cable(report: dict) -> tuple[str, Truth]:  # type: ignore[type-arg]
    """FM AMEMBASSY ... TO SECSTATE ..., each on its line."""
    day = date.fromisoformat(report["date"])
    sender, to = post(report["from"], report.get("place", "")), post(report["to"], "")
    marks = [mark for mark in report["handling"] if mark in ("Limdis", "Exdis", "Nodis", "Noforn")]
    lines = [
        f"{day:%d}1430Z {_MONTHS[day.month - 1]} {day.year}",
        f"FM {sender}",
        f"TO {to} PRIORITY {report['number']}",
        "INFO AMEMBASSY TEHRAN",
        " AMEMBASSY CAIRO",
        "BT",
        " ".join(report["classification"].upper()) if len(report["text"]) % 2 else
        report["classification"].upper(),
        *(mark.upper() for mark in marks[:1]),
    ]  # fmt: skip
    truth = {
        "from": sender, "to": [to], "copies": ["AMEMBASSY TEHRAN", "AMEMBASSY CAIRO"],
        "their_number": report["number"], "their_date": report["date"], "urgency": "urgent",
        "classification": _CLASSES.get(report["classification"], ""), "language": "en",
        "handling": marks[0] if marks else "",
    }  # fmt: skip
    if report["subject"]:
        lines.append(f"SUBJECT: {report['subject']}")
        truth["subject"] = report["subject"]
    return "\n".join((*lines, "", report["text"])), truth


def one_line(report: dict) -> tuple[str, Truth]:  # type: ignore[type-arg]
    """The whole routing on one line, as some exports have it."""
    sender, to = post(report["from"], report.get("place", "")), post(report["to"], "")
    head = f"FM {sender} TO {to} IMMEDIATE {report['number']} INFO AMEMBASSY AMMAN"
    truth = {
        "from": sender, "to": [to], "copies": ["AMEMBASSY AMMAN"], "urgency": "immediate",
        "their_number": report["number"], "language": "en",
    }  # fmt: skip
    return f"{head}\n{report['text']}", truth


def printed(report: dict) -> tuple[str, Truth]:  # type: ignore[type-arg]
    """As printed in a volume: title, place and date, then the text."""
    day = date.fromisoformat(report["date"])
    place = report.get("place") or "Washington"
    head = f"{report['title']}\n{place}, {day:%B} {day.day}, {day.year}."
    truth = {"from": report["from"], "to": [report["to"]], "their_date": report["date"],
             "their_number": report["number"], "language": "en"}  # fmt: skip
    if not report["title"].startswith(("Telegram From", "Airgram From", "Despatch From")):
        del truth["from"], truth["to"]
    return f"{head}\n\n{report['text']}", truth


def post(name: str, place: str) -> str:
    if name == "Department of State":
        return "SECSTATE WASHDC"
    if name.startswith("Embassy in") and place:
        return f"AMEMBASSY {place.upper()}"
    return name.upper()


def letters(seed: int, count: int) -> Iterator[tuple[str, Truth]]:
    """Letters in the form of Iraqi offices."""
    dice = random.Random(seed)
    seeds = tomllib.loads(resource("seed", "parties.toml").read_text(encoding="utf-8"))
    names = [p["ar"] for p in seeds["party"] if p.get("ar")]
    missions = [n for n in names if n.startswith(("سفارة", "ممثلية"))] or [
        "سفارة جمهورية العراق في عمّان"
    ]
    bodies = [n for n in names if n.startswith(("وزارة", "جهاز", "مستشارية"))] or ["وزارة الداخلية"]
    for _ in range(count):
        yield a_letter(dice, missions, bodies)


def a_letter(dice: random.Random, missions: list[str], bodies: list[str]) -> tuple[str, Truth]:
    day = date(dice.randint(2019, 2026), dice.randint(1, 12), dice.randint(1, 28))
    shape = dice.choice(("western", "arabic"))
    number = dice.choice(("4/7/{}", "م/{}", "{}", "س/12/{}", "ق.أ/{}")).format(
        dice.randint(1, 9999)
    )
    sender = dice.choice(missions)
    to = dice.choice(bodies)
    copies = dice.sample(bodies, 2)
    secrecy, code = dice.choice(
        (("سري", "secret"), ("سري للغاية", "top_secret"), ("محدود التداول", "restricted"), ("", ""))
    )
    urgency, degree = dice.choice(
        (("عاجل", "urgent"), ("عاجل جداً", "very_urgent"), ("فوري", "immediate"), ("", ""))
    )
    handling, mark = dice.choice(
        (("يفتح بالذات", "by_name"), ("لا يوزع", "no_distribution"), ("", ""))
    )
    subject = dice.choice(
        (
            "اجتماع اللجنة المشتركة",
            "تبادل المعلومات بشأن المقاتلين العائدين",
            "طلب رأي",
            "ورشة عمل في الأدلة الرقمية",
        )
    )
    dated = dice.choice(
        (
            f"{day.year}/{day.month}/{day.day}",
            f"{day.day}/{day.month}/{day.year}",
            f"{day.day} {MONTHS_AR[day.month - 1]} {day.year}",
            f"{hijri_text(day.isoformat(), 'ar', 'western')} الموافق {day:%d/%m/%Y} م",
        )
    )
    heads = [
        "جمهورية العراق", "وزارة الخارجية", sender, "",
        f"{dice.choice(('العدد', 'الرقم'))}: {number}", f"التاريخ: {dated}",
    ]  # fmt: skip
    heads += [each for each in (secrecy, urgency, handling) if each]
    label = dice.choice(("إلى/", "إلى :", "السادة/"))
    about = dice.choice(("الموضوع/", "م/", "الموضوع:"))
    heads += ["", f"{label} {to} المحترمون", f"{about} {subject}", "", "تحية طيبة..."]
    body = (
        "إشارة إلى كتابكم المرقم 5/12/431 في 2018/3/4، نود إعلامكم بأن الجانب الآخر أبدى استعداده "
        "للتعاون، راجين التفضل بالاطلاع وإبداء الرأي. مع التقدير."
    )
    foot = ["", "نسخة منه إلى:"] + [f"- {name} / للتفضل بالاطلاع مع التقدير" for name in copies]
    text = digits("\n".join((*heads, body, *foot)), shape)
    truth: Truth = {
        "from": sender, "to": [to], "copies": copies, "their_number": digits(number, shape),
        "their_date": day.isoformat(), "subject": subject, "language": "ar",
        "classification": code, "urgency": degree, "handling": mark,
    }  # fmt: skip
    return text, truth


def same(found: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        given = found if isinstance(found, list) else [found]
        return [fold(str(v)) for v in given] == [fold(str(v)) for v in wanted]
    return fold(str(found)) == fold(str(wanted))


def measure(name: str, cases: list[tuple[str, Truth]], faults: bool) -> None:
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    known: Counter[str] = Counter()
    began = time.perf_counter()
    for text, truth in cases:
        found = {p.field: p.value for p in proposed(text)}
        for field, wanted in truth.items():
            known[field] += bool(wanted)
            if field in found:
                said[field] += 1
                if wanted and same(found[field], wanted):
                    right[field] += 1
                elif faults:
                    print(f"  {field}: {found[field]!r} for {wanted!r}   | {text[:160]!r}")
    took = (time.perf_counter() - began) / max(len(cases), 1)
    print(f"{name}: {len(cases)} documents, {1000 * took:.1f} ms each")
    for field in known:
        precision = right[field] / said[field] if said[field] else 1.0
        recall = right[field] / known[field] if known[field] else 1.0
        print(f"   {field:16} precision {precision:.3f}  recall {recall:.3f}  of {known[field]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--half", choices=("tune", "measure"), default="measure")
    parser.add_argument("--faults", action="store_true")
    options = parser.parse_args()
    side = 0 if options.half == "tune" else 1
    lines = (options.kit / "frus_telegrams.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [r for r in map(json.loads, lines) if zlib.crc32(r["id"].encode()) % 2 == side]
    numbered = [r for r in reports if r.get("number", "").isdigit()]
    for form in (cable, one_line, printed):
        measure(form.__name__, [form(report) for report in numbered], options.faults)
    measure("letters", list(letters(side, 600)), options.faults)
    news = (options.kit / "measure-only_arabic_news.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in news]
    wrong = Counter(p.field for text in texts for p in proposed(text) if p.field in _HEADLESS)
    print(f"articles without a head: {len(texts)}; fields proposed all the same: {dict(wrong)}")


if __name__ == "__main__":
    main()
