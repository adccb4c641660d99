"""The floor: a page of text nodes and a proxy that passes the model's bytes on.

Run with `python -m tests.bench.speed.peers.bare PORT`.
"""

import os
import sys
from collections.abc import AsyncIterator

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse
from starlette.routing import Route

PAGE = """<!doctype html><title>Bare</title><input autofocus><pre class="reply"
style="white-space: pre-wrap; font: inherit"></pre><script>
const reply = document.querySelector('pre'), input = document.querySelector('input');
input.addEventListener('keydown', async event => {
  if (event.key !== 'Enter') return;
  const answer = await fetch('/chat', {method: 'POST', body: input.value});
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = '', part; !(part = await reader.read()).done;) {
    const lines = (rest + part.value).split('\\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!line.startsWith('data: {')) continue;
      const text = JSON.parse(line.slice(6)).choices[0].delta.content;
      if (text) reply.append(text);
    }
  }
});
</script>"""


async def page(_: Request) -> HTMLResponse:
    """The page."""
    return HTMLResponse(PAGE)


async def chat(request: Request) -> StreamingResponse:
    """What the model says to the body."""
    prompt = (await request.body()).decode()

    async def parts() -> AsyncIterator[bytes]:
        client: httpx2.AsyncClient = request.app.state.client
        asked = {"stream": True, "messages": [{"role": "user", "content": prompt}]}
        url = f"{os.environ['OPENAI_BASE_URL']}/chat/completions"
        async with client.stream("POST", url, json=asked) as answer:
            async for part in answer.aiter_raw():
                yield part

    return StreamingResponse(parts(), media_type="text/event-stream")


def main() -> None:
    """Serve on the port of the command line."""
    app = Starlette(routes=[Route("/", page), Route("/chat", chat, methods=["POST"])])
    app.state.client = httpx2.AsyncClient(timeout=None)
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")


if __name__ == "__main__":
    main()
