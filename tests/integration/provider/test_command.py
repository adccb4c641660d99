"""`python -m travelbot.check` as it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.moods import KEY, Mood, broken, good, provider_in

ROOT = Path(__file__).parents[3]


def run(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run it in a folder with these settings."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), **settings}
    command = [sys.executable, "-m", "travelbot.check"]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("mood", "code"), [(good, 0), (broken, 1)])
def test_a_table_is_printed_without_the_key(tmp_path: Path, mood: Mood, code: int) -> None:
    with provider_in(mood) as provider:
        done = run(
            tmp_path,
            OPENAI_BASE_URL=provider.url,
            OPENAI_API_KEY=KEY,
            TRAVELBOT_MODEL="big",
            TRAVELBOT_TIMEOUT="1",
        )
        address = provider.url.removeprefix("http://").removesuffix("/v1")
    assert (done.returncode, done.stderr) == (code, "")
    title, _, head, *rows = done.stdout.splitlines()
    assert title == f"Checking big at {address}"
    assert head.split() == ["probe", "verdict", "remark"]
    assert len(rows) == 7
    assert KEY not in done.stdout


def test_the_secrets_are_read_and_never_shown(tmp_path: Path) -> None:
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    with provider_in(good) as provider:
        secrets.write_text(f'OPENAI_API_KEY = "{KEY}"\nOPENAI_BASE_URL = "{provider.url}"\n')
        done = run(tmp_path)
    assert done.returncode == 0
    assert provider.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"OPENAI_API_KEY": "sk-…"}, "characters that no key has"),
        ({"OPENAI_BASE_URL": "http://[::1/v1"}, "is no web address"),
        ({"TRAVELBOT_TIMEOUT": "sk-secret"}, "unusable values: TRAVELBOT_TIMEOUT"),
    ],
)
def test_unusable_settings_are_one_sentence(
    tmp_path: Path, settings: dict[str, str], words: str
) -> None:
    done = run(tmp_path, **settings)
    assert (done.returncode, done.stderr) == (1, "")
    assert words in done.stdout
    assert "sk-" not in done.stdout


@pytest.mark.parametrize("secrets", [b"OPENAI_API_KEY = sk-secret", b'OPENAI_API_KEY = "\xff"'])
def test_secrets_that_cannot_be_read_are_one_sentence(tmp_path: Path, secrets: bytes) -> None:
    folder = tmp_path / ".streamlit"
    folder.mkdir()
    (folder / "secrets.toml").write_bytes(secrets)
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "secrets.toml can't be read" in done.stdout
    assert "sk-" not in done.stdout
