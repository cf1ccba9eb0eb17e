"""The plain parts of a template: its picture, settings, relationships and content types."""

from __future__ import annotations

from collections.abc import Iterable

from ctdesk.memo import wml
from ctdesk.memo.stylesheet import ARABIC_FONT, GOLD, GREY, HEAD_FILL, LATIN_FONT

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_RING = 900_000
"""Side of the picture in the letterhead, in EMU (25 mm)."""


def picture(name: str) -> str:
    """The picture of the letterhead, inline; in Word: right click, change picture."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_RING}" cy="{_RING}"/><wp:docPr id="1" name="{name}" descr="{name}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_RING}" cy="{_RING}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

SETTINGS = (
    f"{XML}<w:settings {wml.NAMESPACES}>"
    '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB" w:bidi="ar-IQ"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)


def theme() -> bytes:
    """A plain theme: Word expects one, our styles take nothing from it."""
    dark = '<a:sysClr val="windowText" lastClr="000000"/>'
    light = '<a:sysClr val="window" lastClr="FFFFFF"/>'
    tones = {"dk1": dark, "lt1": light, "dk2": _tone("3B3A36"), "lt2": _tone(HEAD_FILL)}
    tones |= {f"accent{n}": _tone(GOLD) for n in range(1, 7)}
    tones |= {"hlink": _tone("1F4E79"), "folHlink": _tone(GREY)}
    colours = "".join(f"<a:{name}>{tone}</a:{name}>" for name, tone in tones.items())
    face = f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface=""/><a:cs typeface="{ARABIC_FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme {DRAWING} name="CTDesk"><a:themeElements>'
        f'<a:clrScheme name="CTDesk">{colours}</a:clrScheme><a:fontScheme name="CTDesk">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="CTDesk"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()


def _tone(value: str) -> str:
    return f'<a:srgbClr val="{value}"/>'


def relations(rows: Iterable[tuple[str, str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{rid}" Type="{kind}" Target="{target}"/>' for rid, kind, target in rows
    )
    xml = f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'
    return xml.encode()


def content_types() -> bytes:
    parts = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/word/styles.xml": f"{_MAIN}.styles+xml",
        "/word/settings.xml": f"{_MAIN}.settings+xml",
        "/word/fontTable.xml": f"{_MAIN}.fontTable+xml",
        **{f"/word/{k}{n}.xml": f"{_MAIN}.{k}+xml" for k in ("header", "footer") for n in (1, 2)},
        "/word/theme/theme1.xml": _MAIN.replace("wordprocessingml", "theme+xml"),
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": _MAIN.replace("wordprocessingml", "extended-properties+xml"),
    }
    inside = "".join(
        f'<Override PartName="{n}" ContentType="{kind}"/>' for n, kind in parts.items()
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{inside}</Types>'
    ).encode()
