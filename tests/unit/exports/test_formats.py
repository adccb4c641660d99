import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.exports.trips import HOSTILE, ITALY, taken
from travelbot.service.exports.file_names import file_name
from travelbot.service.exports.formats import FORMATS


def test_each_format_writes_a_file_of_its_own() -> None:
    export = taken(ITALY)
    assert [each.file_name(export) for each in FORMATS] == [
        "Rome-Florence.md",
        "Rome-Florence.html",
        "Rome-Florence.ics",
        "Rome-Florence.gpx",
        "Rome-Florence.kml",
        "Rome-Florence.geojson",
        "Rome-Florence.json",
    ]
    assert all(each.write(export) for each in FORMATS)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("3 days in Rome, and Florence!", "3-days-in-Rome-and-Florence.md"),
        ("東京の旅", "東京の旅.md"),
        ("हिन्दी यात्रा", "हिन्दी-यात्रा.md"),
        ("Let's go", "Lets-go.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("C:\\Windows\\x", "C-Windows-x.md"),
        ("．．／x", "x.md"),
        ("NUL", "trip-NUL.md"),
        ("com¹", "trip-com1.md"),
        (".hidden", "hidden.md"),
        ("-rf", "rf.md"),
        ("🗼", "trip.md"),
        ("", "trip.md"),
        ("\u202egpj.exe", "gpj-exe.md"),
        ("x" * 500, "x" * 77 + ".md"),
        ("𠮷" * 100, "𠮷" * 50 + ".md"),
    ],
)
def test_a_file_is_called_like_the_trip(title: str, name: str) -> None:
    assert file_name(title, "md") == name


@given(st.text() | st.sampled_from(HOSTILE))
def test_any_title_gives_a_safe_name(title: str) -> None:
    name = file_name(title, "geojson")
    stem = name.removesuffix(".geojson")
    assert 0 < len(name) <= 80
    assert len(name.encode()) <= 255
    assert not set(stem) & set('<>:"/\\|?*. \0')
    assert stem[0] not in "-~"
    assert stem.isprintable()
