from pathlib import Path

import pytest

from travelbot.data.disk import Environment, is_ephemeral
from travelbot.service.bootstrap import is_lost
from travelbot.settings import Settings

SERVER = Environment(app=Path("/srv/travelbot/travelbot"), temporary=Path("/var/folders/x/T"))
CLOUD = Environment(app=Path("/mount/src/travelbot/travelbot"), temporary=Path("/tmp"))  # noqa: S108


@pytest.mark.parametrize(
    ("path", "environment", "is_lost"),
    [
        ("/home/ann/.local/share/travelbot/travelbot.db", SERVER, False),
        ("/home/appuser/.local/share/travelbot/travelbot.db", SERVER, False),
        ("/mount/src/data/travelbot.db", SERVER, False),
        ("/runs/travelbot.db", SERVER, False),
        ("/tmp/travelbot.db", SERVER, True),  # noqa: S108
        ("/dev/shm/chats/travelbot.db", SERVER, True),  # noqa: S108
        ("/var/folders/x/T/travelbot.db", SERVER, True),
        ("/home/appuser/.local/share/travelbot/travelbot.db", CLOUD, True),
        ("/mount/src/travelbot/travelbot.db", CLOUD, True),
    ],
)
def test_where_files_go_with_a_restart(path: str, environment: Environment, is_lost: bool) -> None:
    assert is_ephemeral(Path(path), environment) is is_lost


@pytest.mark.parametrize(
    ("said", "environment", "lost"),
    [
        ("", SERVER, False),
        ("lost", SERVER, True),
        ("", CLOUD, True),
        ("kept", CLOUD, False),
    ],
)
def test_the_host_may_say_what_becomes_of_its_disk(
    said: str, environment: Environment, lost: bool
) -> None:
    settings = Settings.read({"TRAVELBOT_DISK": said, "TRAVELBOT_DB": "/srv/travelbot/chats.db"})
    assert is_lost(settings, environment) is lost
