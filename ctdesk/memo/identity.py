"""What a memo carries inside so that it finds its opinion again.

The same three values stand in a custom XML part of our own namespace and in the custom
properties: LibreOffice and Word keep both when they save, and each survives editing by people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.packuri import PackURI
from docx.opc.part import Part

NAMESPACE = "urn:ctdesk:memo:1"
PROPERTIES = ("ctdesk-opinion", "ctdesk-revision", "ctdesk-sha256")

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ITEM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Of custom properties, fixed by the format (MS-OSHARED 2.3.3.2.2)."""
_STORE = "{7C0B2C1E-5E0A-4F1B-9E55-C7DE5C000001}"
"""Of our part in the document's data store: one for all memos, so that equal memos stay equal."""


@dataclass(frozen=True)
class Identity:
    """The revision of the opinion that a memo was written from."""

    opinion_uid: str
    revision: int
    sha256: str


def put_identity(document: Any, identity: Identity) -> None:
    """Add both carriers to a python-docx document, replacing what a template had."""
    package = document.part.package
    for owner, kind in ((document.part, "customXml"), (package, "custom-properties")):
        for rid, relation in list(owner.rels.items()):
            if relation.reltype == f"{_OFFICE}/relationships/{kind}" and not relation.is_external:
                del owner.rels[rid]
    item = _part("/customXml/item1.xml", "application/xml", _memo_xml(identity), package)
    about = _part("/customXml/itemProps1.xml", _ITEM_PROPERTIES, _item_xml(), package)
    item.relate_to(about, f"{_OFFICE}/relationships/customXmlProps")
    document.part.relate_to(item, f"{_OFFICE}/relationships/customXml")
    properties = _part("/docProps/custom.xml", _CUSTOM, _properties_xml(identity), package)
    package.relate_to(properties, f"{_OFFICE}/relationships/custom-properties")


def _part(name: str, kind: str, data: str, package: Any) -> Any:
    return Part(PackURI(name), kind, (_XML + data).encode(), package)


def _values(identity: Identity) -> tuple[str, str, str]:
    return identity.opinion_uid, str(identity.revision), identity.sha256


def _memo_xml(identity: Identity) -> str:
    opinion, revision, sha256 = (escape(v, {'"': "&quot;"}) for v in _values(identity))
    return (
        f'<memo xmlns="{NAMESPACE}" opinion="{opinion}" revision="{revision}" sha256="{sha256}"/>'
    )


def _item_xml() -> str:
    schemas = f"{_OFFICE}/customXml"
    return (
        f'<ds:datastoreItem xmlns:ds="{schemas}" ds:itemID="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _properties_xml(identity: Identity) -> str:
    inside = "".join(
        f'<property fmtid="{_FMTID}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(
            zip(PROPERTIES, _values(identity), strict=True), start=2
        )
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{inside}</Properties>'
    )
