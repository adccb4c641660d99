"""Second readers: they read what was exported, and know nothing of what wrote it."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import geojson
import pykml
import vobject
from lxml import etree
from lxml.html import document_fromstring
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

GPX = {"g": "http://www.topografix.com/GPX/1/1"}
KML = {"k": "http://www.opengis.net/kml/2.2"}
GPX_SCHEMA = etree.XMLSchema(file=Path(__file__).with_name("gpx.xsd"))
KML_SCHEMA = etree.XMLSchema(file=Path(pykml.__file__).parent / "schemas" / "ogckml22.xsd")
LONGEST_LINE = 75
"""Of a calendar, in bytes (RFC 5545, 3.1)."""


def read_gpx(data: bytes) -> Any:
    """The root of a document that holds to the schema."""
    root = etree.fromstring(data)
    GPX_SCHEMA.assertValid(root)
    return root


def read_kml(data: bytes) -> Any:
    """The root of a document that holds to OGC's schema."""
    root = etree.fromstring(data)
    KML_SCHEMA.assertValid(root)
    return root


def texts(root: Any, path: str) -> list[str]:
    """The text of each element at the path."""
    return [element.text for element in root.xpath(path, namespaces=GPX | KML)]


def read_geojson(data: bytes) -> Any:
    """A collection in which each geometry is as it must be."""
    collection = geojson.loads(data.decode())
    assert collection.is_valid, collection.errors()
    return collection


def read_ical(data: bytes) -> Any:
    """The calendar, all of whose lines are as short as they must be."""
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= LONGEST_LINE
    calendar = vobject.readOne(data.decode())
    calendar.validate(raiseException=True)
    return calendar


def read_markdown(data: bytes) -> SyntaxTreeNode:
    """The tree of a document with tables and strikethrough, as GitHub reads it."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return SyntaxTreeNode(parser.parse(data.decode()))


class Tags(HTMLParser):
    """All tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(name for name, _ in attrs)))


def read_html(data: bytes) -> Any:
    """The page's root."""
    return document_fromstring(data.decode())


def tags(data: bytes) -> Tags:
    """What another parser sees of the page's tags."""
    parser = Tags()
    parser.feed(data.decode())
    parser.close()
    return parser
