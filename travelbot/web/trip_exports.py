"""Files of several trips to take along, in an archive."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain, count
from zipfile import ZIP_DEFLATED, ZipFile

from travelbot.errors import NothingToExport
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import Format


def writable(exports: Iterable[Export], written: Format) -> list[Export]:
    """Those that have something for this format."""
    return [export for export in exports if _is_writable(export, written)]


def archive(exports: Iterable[Export], written: Format) -> bytes:
    """A ZIP file with a file of each; raises NothingToExport where one has nothing for it."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as files:
        for export in exports:
            name = _free_name(written.file_name(export), files.namelist())
            files.writestr(name, written.write(export))
    return content.getvalue()


def _is_writable(export: Export, written: Format) -> bool:
    try:
        written.check(export)
    except NothingToExport:
        return False
    return True


def _free_name(name: str, taken: Sequence[str]) -> str:
    """The name, with a number where several trips are called alike, in capitals or not."""
    stem, _, extension = name.rpartition(".")
    used = {other.casefold() for other in taken}
    names = (f"{stem}-{number}.{extension}" for number in count(2))
    return next(free for free in chain([name], names) if free.casefold() not in used)
