"""`python -m travelbot.check`: what the configured provider can do, as a table."""

import asyncio
import logging
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from travelbot.errors import TravelbotError
from travelbot.service.bootstrap import build_bench
from travelbot.service.provider.check.findings import Verdict
from travelbot.service.provider.check.run import findings
from travelbot.settings import Settings

SECRETS = Path(".streamlit/secrets.toml")
PROBE_WIDTH, VERDICT_WIDTH = 16, 15


def main() -> int:
    """Print the table; gives 0 where nothing fails, else 1."""
    # Remarks say what a reader needs; the log's tracebacks would stand between them.
    logging.disable()
    try:
        settings = Settings.read(os.environ, _secrets(SECRETS), _secrets(Path.home() / SECRETS))
        return asyncio.run(_check(settings))
    except TravelbotError as error:
        return _give_up(error.message)
    except ValidationError as error:
        names = ", ".join(str(each["loc"][0]) for each in error.errors(include_input=False))
        return _give_up(f"These settings have unusable values: {names}.")


async def _check(settings: Settings) -> int:
    print(f"Checking {_who(settings)}\n")
    _print_row("probe", "verdict", "remark")
    failures = 0
    async with build_bench(settings) as bench:
        async for finding in findings(bench):
            _print_row(finding.probe, finding.verdict, finding.remark)
            failures += finding.verdict is Verdict.FAILS
    return int(failures > 0)


def _who(settings: Settings) -> str:
    endpoint = settings.endpoint
    if endpoint is None:
        return "the built-in guide"
    return f"{endpoint.model} at {endpoint.provider or 'an unusable address'}"


def _print_row(probe: str, verdict: str, remark: str) -> None:
    print(f"{probe:{PROBE_WIDTH}}{verdict:{VERDICT_WIDTH}}{remark}", flush=True)


def _give_up(message: str) -> int:
    print(message)
    return 1


def _secrets(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:  # not to be opened, no TOML, no UTF-8
        raise TravelbotError(f"{path} can't be read: {error}.") from error


if __name__ == "__main__":
    sys.exit(main())
