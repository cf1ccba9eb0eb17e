"""One word in every spelling that folding must see through, by class."""

from __future__ import annotations

from typing import NamedTuple


class Probe(NamedTuple):
    """What is asked, and the text that it must find; and the other way round."""

    kind: str
    query: str
    text: str


def _around(control: str) -> Probe:
    text = f"مكا{control}فحة {control}الإرهاب{control}"
    return Probe("zero-width and bidi", "مكافحة الارهاب", text)


_INVISIBLE = (
    *"\u200b\u200c\u200d\u2060\ufeff\u00ad",
    *"\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)

PROBES: tuple[Probe, ...] = (
    Probe("hamza", "ارهاب", "إرهاب"),
    Probe("hamza", "احمد", "أحمد"),
    Probe("hamza", "اسيا", "آسيا"),
    Probe("hamza", "القاعدة", "ٱلقاعدة"),
    Probe("hamza", "موتمر", "مؤتمر"),
    Probe("hamza", "لاجيين", "لاجئين"),
    Probe("hamza", "القرأن", "القرآن"),
    Probe("hamza", "إدارة", "ا\u0655دارة"),
    Probe("hamza", "أمن", "ا\u0654من"),
    Probe("hamza", "مؤسسة", "مو\u0654سسة"),
    Probe("yaa", "علي", "على"),
    Probe("yaa", "مستشفي", "مستشفى"),
    Probe("yaa", "قوي", "قوی"),
    Probe("yaa", "كتاب", "ک\u062aاب"),
    Probe("taa", "وزاره", "وزارة"),
    Probe("taa", "الرقة", "الرقه"),
    Probe("taa", "سفارة", "سفارۃ"),
    Probe("tashkeel", "مكافحة", "مُكَافَحَة"),
    Probe("tashkeel", "محمد", "مُحَمَّدٌ"),
    Probe("tashkeel", "هذا", "هٰذا"),
    Probe("tashkeel", "مُحَمَّد", "محمد"),
    Probe("tashkeel", "الشدة", "الشّ\u064eدة"),
    Probe("tatweel", "داعش", "داعـــش"),
    Probe("tatweel", "العراق", "العــراق"),
    Probe("tatweel", "تنظيم داعش", "تنظيـم داعـش"),
    Probe("digits", "2379", "٢٣٧٩"),
    Probe("digits", "٢٣٧٩", "2379"),
    Probe("digits", "2379", "۲۳۷۹"),
    Probe("digits", "4/7/123", "٤/٧/١٢٣"),
    Probe("digits", "١٢٦٧", "القرار 1267 (1999)"),
    Probe("digits", "S/RES/2379", "S/RES/٢٣٧٩"),
    Probe("presentation forms", "سلام", "ﺳﻼﻡ"),
    Probe("presentation forms", "الارهاب", "ﺍﻹﺭﻫﺎﺏ"),
    Probe("presentation forms", "لا", "ﻻ"),
    Probe("presentation forms", "الله", "ﷲ"),
    Probe("presentation forms", "محمد", "ﻣُﺤﻤﺪ"),
    *map(_around, _INVISIBLE),
)


def both_ways() -> list[Probe]:
    """Every probe, and every probe with question and text changed about."""
    turned = (Probe(probe.kind, probe.text, probe.query) for probe in PROBES)
    return list(dict.fromkeys((*PROBES, *(p for p in turned if " (" not in p.query))))
