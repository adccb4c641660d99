"""nginx as the documentation sets it up, before an app under test."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from pathlib import Path
from time import monotonic

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.e2e.conftest import ROOT, Server, free_port

DOCUMENTED = ROOT / "docs" / "nginx.conf"
NAME = "travel.example"
PATIENCE = 10.0
AROUND = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """A running nginx."""

    http: str
    """The app's address by plain http."""
    https: str
    http_port: int


def program() -> str:
    """Where nginx is; Debian keeps it off the path of ordinary users."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    return found or pytest.fail("nginx is not installed: run `make nginx`, as root on Debian")


@contextmanager
def proxying(app: Server, folder: Path) -> Iterator[Proxy]:
    """Run nginx before the app until the block ends."""
    ports = free_port(), free_port()
    _write(folder, app, ports)
    process = subprocess.Popen([program(), "-p", folder, "-c", folder / "nginx.conf"])
    try:
        _wait(ports[1], process, folder)
        http, https = (f"127.0.0.1:{port}/travel" for port in ports)
        yield Proxy(f"http://{http}", f"https://{https}", ports[0])
    finally:
        process.terminate()
        process.wait()


def _write(folder: Path, app: Server, ports: tuple[int, int]) -> None:
    """The documented configuration, with addresses and files of this test."""
    site = DOCUMENTED.read_text()
    for documented, here in {
        "listen 80;": f"listen 127.0.0.1:{ports[0]};",
        "listen 443 ssl;": f"listen 127.0.0.1:{ports[1]} ssl;",
        "http://127.0.0.1:8501;": f"{app.url.removesuffix('/travel')};",
        "/etc/ssl/certs/travel.example.pem": f"{folder}/cert.pem",
        "/etc/ssl/private/travel.example.key": f"{folder}/key.pem",
    }.items():
        assert documented in site
        site = site.replace(documented, here)
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder))
    _certify(folder)


def _certify(folder: Path) -> None:
    """A key, and a certificate signed with it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    form, bare = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, form, bare))


def _wait(port: int, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Ask until it answers."""
    trusting = ssl._create_unverified_context()  # noqa: S323
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and process.poll() is None:
        try:
            with closing(HTTPSConnection("127.0.0.1", port, context=trusting, timeout=1)) as asked:
                asked.connect()
                return
        except OSError:
            continue
    log = folder / "error.log"
    pytest.fail(f"nginx did not start: {log.read_text() if log.exists() else 'no log'}")
