"""An OpenID Connect provider over real HTTP, which signs in whoever it is told to at once."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from threading import Thread
from time import time
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT_ID, CLIENT_SECRET = "travelbot", "oidc-client-secret"
HOUR = 3600


class FakeOidc:
    """Knows everybody; `user` is who sits before the browser."""

    def __init__(self) -> None:
        self.user = "ann"
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self.grants: dict[str, dict[str, str]] = {}
        """What was asked for and by whom, by code."""
        self._server = _Server(self)

    @property
    def url(self) -> str:
        """The issuer."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def discovery(self) -> str:
        """Where the metadata is."""
        return f"{self.url}/.well-known/openid-configuration"

    def metadata(self) -> dict[str, object]:
        """What a client has to know."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def authorized(self, asked: dict[str, str]) -> str:
        """Where the browser goes on, with a code."""
        code = token_urlsafe(8)
        self.grants[code] = {**asked, "sub": self.user}
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: Mapping[str, str]) -> dict[str, object]:
        """The tokens for a code, once, and for whoever has asked for it."""
        grant = self.grants.pop(sent["code"])
        challenge = sha256(sent["code_verifier"].encode()).digest()
        assert urlsafe_b64encode(challenge).rstrip(b"=").decode() == grant["code_challenge"]
        assert sent["redirect_uri"] == grant["redirect_uri"]
        now, user = int(time()), grant["sub"]
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "sub": user,
            "name": user.title(),
            "iat": now,
            "exp": now + HOUR,
            "nonce": grant["nonce"],
        }
        return {
            "access_token": token_urlsafe(8),
            "token_type": "Bearer",
            "expires_in": HOUR,
            "id_token": jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key),
        }

    @contextmanager
    def running(self) -> Iterator["FakeOidc"]:
        """Serve in a thread."""
        thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, fake: FakeOidc) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = fake


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        fake, address = self.server.fake, urlsplit(self.path)
        if address.path == "/authorize":
            self.send_response(302)
            self.send_header("location", fake.authorized(dict(parse_qsl(address.query))))
            self.end_headers()
        elif address.path == "/jwks":
            self._answer({"keys": [fake.key.as_dict(private=False)]})
        else:
            self._answer(fake.metadata())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        sent = {name: values[0] for name, values in parse_qs(body).items()}
        self._answer(self.server.fake.token(sent))

    def _answer(self, content: Mapping[str, object]) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""
