"""Files of trips to take along: one as it is, several in an archive."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain, count
from zipfile import ZIP_DEFLATED, ZipFile

from travelbot.errors import NothingToExport
from travelbot.models.messages import Conversation
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import Format


def exported(trips: Sequence[Conversation], written: Format) -> bytes:
    """The one trip's file, or an archive of the files of those that have something to export.

    Raises NothingToExport where none has.
    """
    exports = [Export(trip, datetime.now(UTC)) for trip in trips]
    if len(exports) == 1:
        return written.write(exports[0])
    return _archive(exports, written)


def _archive(exports: Sequence[Export], written: Format) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as files:
        for export in exports:
            with suppress(NothingToExport):
                content = written.write(export)
                files.writestr(_free_name(written.file_name(export), files.namelist()), content)
        if not files.namelist():
            raise NothingToExport("None of these trips has anything for this kind of file.")
    return archive.getvalue()


def _free_name(name: str, taken: Sequence[str]) -> str:
    """The name, with a number where several trips are called alike, in capitals or not."""
    stem, _, extension = name.rpartition(".")
    used = {other.casefold() for other in taken}
    names = (f"{stem}-{number}.{extension}" for number in count(2))
    return next(free for free in chain([name], names) if free.casefold() not in used)
