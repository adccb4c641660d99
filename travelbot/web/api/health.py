"""Whether the server is well."""

from fastapi import APIRouter, Request

from travelbot import __version__
from travelbot.web.api.answers import Health
from travelbot.web.api.caller import assistant_of

router = APIRouter(prefix="/api")


@router.get("/health", summary="Version, model and store")
def health(request: Request) -> Health:
    """Version, kind of model, and whether the store can be used."""
    conversations = assistant_of(request).conversations
    conversations.check()
    return Health(
        version=__version__,
        model="provider" if request.app.state.settings().endpoint else "built-in",
        store="unreachable" if conversations.problem else "ok",
    )
