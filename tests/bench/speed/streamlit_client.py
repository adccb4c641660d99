"""A browser tab without a browser: Streamlit's websocket protocol, spoken directly.

It takes what the server sends as fast as it comes, so what is measured is the server's work.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SUBPROTOCOL = Subprotocol("streamlit")
WAITING = ":shimmer["
"""Begins what stands in for a reply's first word."""
PATIENCE = 120.0
"""Seconds for the page, the handshake and the end of it."""

Path = tuple[int, ...]


class CountingConnection(ClientConnection):
    """Counts bytes as they come off the wire, compressed or not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.received = 0

    def data_received(self, data: bytes) -> None:
        """Take in data from the network."""
        self.received += len(data)
        super().data_received(data)


@dataclass
class Run:
    """What one run of the script sent; times are seconds of time()."""

    asked_at: float
    ended_at: float = 0.0
    received: int = 0
    """Bytes."""
    messages: int = 0
    first_text_at: float = 0.0
    last_text_at: float = 0.0
    """When the last reply's text began, and when it last changed."""
    _reply: Path = ()
    _texts: dict[Path, str] = field(default_factory=dict)

    @property
    def milliseconds(self) -> float:
        """From the request until the script had finished."""
        return (self.ended_at - self.asked_at) * 1e3

    @property
    def text(self) -> str:
        """The last reply's text, as Markdown."""
        return "\n".join(self._texts[path] for path in sorted(self._texts))

    def take(self, path: Path, delta: Delta) -> None:
        """Take in one change of the page."""
        if delta.HasField("add_block") and delta.add_block.HasField("chat_message"):
            self._begin_message(path)
        if delta.HasField("new_element") and self._is_in_reply(path):
            self._write(path, delta.new_element)

    def _begin_message(self, path: Path) -> None:
        self._reply = path
        self._texts.clear()
        self.first_text_at = 0.0

    def _is_in_reply(self, path: Path) -> bool:
        return bool(self._reply) and path[: len(self._reply)] == self._reply

    def _write(self, path: Path, element: Element) -> None:
        markdown = element.markdown
        shown = markdown.body if markdown.element_type == Markdown.Type.NATIVE else ""
        if shown.startswith(WAITING) or shown == self._texts.get(path, ""):
            return
        self._texts[path] = shown
        self.last_text_at = time()
        self.first_text_at = self.first_text_at or self.last_text_at


class Tab:
    """An open page: its connection, and what it must know to answer as a browser would."""

    def __init__(self, connection: CountingConnection, query: str) -> None:
        self._connection = connection
        self._query = query
        self._chat_input = ""
        self._page = ""
        self._cached: dict[str, ForwardMsg] = {}
        """What the server may refer to by its hash instead of sending it again."""

    async def rerun(self, *widgets: WidgetState) -> Run:
        """Have the script run, and take in all that it sends until it has finished."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self._query
        state.page_script_hash = self._page
        state.widget_states.widgets.extend(widgets)
        state.cached_message_hashes.extend(self._cached)
        before, run = self._connection.received, Run(time())
        await self._connection.send(message.SerializeToString())
        while not run.ended_at:
            self._take(ForwardMsg.FromString(await self._connection.recv(decode=False)), run)
        run.received = self._connection.received - before
        return run

    async def ask(self, prompt: str) -> Run:
        """Send a prompt by the chat input, and follow its reply to the end."""
        widget = WidgetState(id=self._chat_input)
        widget.chat_input_value.data = prompt
        return await self.rerun(widget)

    def _take(self, sent: ForwardMsg, run: Run) -> None:
        run.messages += 1
        kind = sent.WhichOneof("type")
        if kind == "script_finished":
            run.ended_at = time() if _is_last(sent) else 0.0
        elif kind == "new_session":
            self._page = sent.new_session.page_script_hash
        elif kind == "page_info_changed":
            self._query = sent.page_info_changed.query_string
        elif kind in ("delta", "ref_hash"):
            self._change(tuple(sent.metadata.delta_path), self._whole(sent).delta, run)

    def _whole(self, sent: ForwardMsg) -> ForwardMsg:
        if sent.WhichOneof("type") == "ref_hash":
            return self._cached[sent.ref_hash]
        if sent.metadata.cacheable:
            self._cached[sent.hash] = sent
        return sent

    def _change(self, path: Path, delta: Delta, run: Run) -> None:
        if delta.HasField("new_element") and delta.new_element.HasField("chat_input"):
            self._chat_input = delta.new_element.chat_input.id
        run.take(path, delta)


@asynccontextmanager
async def tab(
    url: str, query: str = "", cookies: Mapping[str, str] | None = None
) -> AsyncIterator[Tab]:
    """Load the page as a browser does first, for its cookie, and open a connection beside it."""
    address = urlsplit(url)
    async with httpx2.AsyncClient(cookies=dict(cookies or {}), timeout=PATIENCE) as browser:
        await browser.get(f"{url}/", headers={"accept": "text/html"})
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    async with connect(
        f"ws://{address.netloc}/_stcore/stream",
        subprotocols=[SUBPROTOCOL],
        additional_headers={"cookie": cookie} if cookie else {},
        create_connection=CountingConnection,
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,
    ) as connection:
        assert isinstance(connection, CountingConnection)
        yield Tab(connection, query)


def _is_last(finished: ForwardMsg) -> bool:
    """Whether no other run follows by itself."""
    return finished.script_finished != ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
