"""Who has signed in by OpenID Connect, where the host has configured it (`[auth]`)."""

import json
from collections.abc import Mapping
from hashlib import sha256

import streamlit as st
from streamlit.auth_util import get_cookie_with_chunks, get_secrets_auth_section
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

DEFAULT = "default"


def providers() -> list[str]:
    """The names that `st.login` takes; none where the host has no sign-in."""
    auth = get_secrets_auth_section()
    if "client_id" in auth:
        return [DEFAULT]
    return [name for name, section in auth.items() if isinstance(section, Mapping)]


def name_of_reader() -> str:
    """What the reader who has signed in is called."""
    claims = st.user.to_dict()
    return str(claims.get("name") or claims.get("email") or "you")


def owner_in_page() -> str | None:
    """The owner who has signed in to this page, None for an anonymous reader."""
    return _owner(st.user.to_dict())


def owner_in_request(cookies: Mapping[str, str], origin: str) -> str | None:
    """The owner who has signed in with the browser that sends this request to `origin`."""
    if not providers():
        return None
    secret = get_cookie_secret()

    def part(name: str) -> bytes | None:
        signed = cookies.get(name)
        return decode_signed_value(secret, name, signed.encode("latin-1")) if signed else None

    cookie = get_cookie_with_chunks(part, USER_COOKIE_NAME)
    claims = json.loads(cookie) if cookie else {}
    return _owner(claims) if claims.get("origin") == origin else None


def sign_in(provider: str) -> None:
    """Send the browser to the provider."""
    st.login(None if provider == DEFAULT else provider)


def sign_out() -> None:
    """Forget who has signed in."""
    st.logout()


def _owner(claims: Mapping[str, object]) -> str | None:
    """The signed-in subject, which only its issuer makes unique; from the hash nothing is had."""
    if not (claims.get("is_logged_in") and claims.get("sub")):
        return None
    return sha256(f"oidc {claims.get('iss')} {claims['sub']}".encode()).hexdigest()
