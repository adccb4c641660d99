import subprocess
import sys

LISTED = """
import sys
from travelbot.service.exports.formats import FORMATS
assert FORMATS
print(*sys.modules)
"""


def test_listing_the_formats_loads_no_library_of_theirs() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LISTED], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(ran.stdout.split())
    assert "travelbot.service.exports.kml" in loaded
    assert not loaded & {"icalendar", "gpxpy", "geojson_pydantic"}
