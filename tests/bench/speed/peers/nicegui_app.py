"""A chat as NiceGUI's examples write it: `python nicegui_app.py PORT`."""

import sys

from nicegui import ui
from openai import AsyncOpenAI


def page() -> None:
    """Messages above, input below."""
    client = AsyncOpenAI()

    async def send() -> None:
        question = text.value
        text.value = ""
        with messages:
            ui.chat_message(text=question, name="You", sent=True)
            with ui.chat_message(name="Bot"):
                shown = ui.markdown().classes("reply")
            spinner = ui.spinner(type="dots")
        response = ""
        stream = await client.chat.completions.create(
            model="fake", messages=[{"role": "user", "content": question}], stream=True
        )
        async for chunk in stream:
            response += chunk.choices[0].delta.content or ""
            shown.set_content(response)
            ui.run_javascript("window.scrollTo(0, document.body.scrollHeight)")
        messages.remove(spinner)

    messages = ui.column().classes("w-full max-w-2xl mx-auto items-stretch")
    with ui.footer().classes("bg-white"):
        text = ui.input(placeholder="message").classes("w-full").on("keydown.enter", send)


ui.page("/")(page)
ui.run(host="127.0.0.1", port=int(sys.argv[1]), show=False, reload=False)
