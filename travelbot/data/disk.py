"""Whether what is written to a disk is still there after the app's next start."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

COMMUNITY_CLOUD = Path("/mount/src")
"""Where Streamlit Community Cloud puts apps: each start makes the whole disk anew."""
PASSING = (Path("/tmp"), Path("/dev/shm"), Path("/run"))  # noqa: S108
"""Folders that are emptied at a start, or only in memory."""


@dataclass(frozen=True)
class Environment:
    """What the host shows of itself."""

    app: Path
    """Where the app's code is."""
    temporary: Path
    """The folder for temporary files."""

    @classmethod
    def here(cls) -> "Environment":
        """This host."""
        return cls(app=Path(__file__).resolve(), temporary=Path(gettempdir()).resolve())


def is_ephemeral(path: Path, environment: Environment) -> bool:
    """Whether a file there is lost with a restart; what can't be told counts as kept.

    So a container's own disk counts as kept: it can't be told from one with a volume.
    """
    if environment.app.is_relative_to(COMMUNITY_CLOUD):
        return True
    passing = (*PASSING, environment.temporary)
    return any(path.is_relative_to(folder) for folder in passing)
