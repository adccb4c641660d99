"""The chat app of Streamlit's tutorial, word for word, but for a history to begin with.

`?messages=500` in the address gives that history.
"""

import os

import streamlit as st
from openai import OpenAI

from tests.bench.speed.history import text_of

st.title("ChatGPT-like clone")

client = OpenAI()

if "openai_model" not in st.session_state:
    st.session_state["openai_model"] = os.environ["TRAVELBOT_MODEL"]

if "messages" not in st.session_state:
    st.session_state.messages = [
        {"role": ("user", "assistant")[number % 2], "content": text_of(number)}
        for number in range(int(st.query_params.get("messages", "0")))
    ]

for message in st.session_state.messages:
    with st.chat_message(message["role"]):
        st.markdown(message["content"])

if prompt := st.chat_input("What is up?"):
    st.session_state.messages.append({"role": "user", "content": prompt})
    with st.chat_message("user"):
        st.markdown(prompt)

    with st.chat_message("assistant"):
        stream = client.chat.completions.create(
            model=st.session_state["openai_model"],
            messages=[
                {"role": m["role"], "content": m["content"]} for m in st.session_state.messages
            ],
            stream=True,
        )
        response = st.write_stream(stream)
    st.session_state.messages.append({"role": "assistant", "content": response})
