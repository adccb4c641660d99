"""A chat exactly as Streamlit's tutorial writes it, with as many old messages as the URL says."""

import streamlit as st
from openai import OpenAI

from tests.bench.speed.history import old_messages

st.title("ChatGPT-like clone")
client = OpenAI()

if "messages" not in st.session_state:
    st.session_state.messages = old_messages(int(st.query_params.get("messages", 0)))

for message in st.session_state.messages:
    with st.chat_message(message["role"]):
        st.markdown(message["content"])

if prompt := st.chat_input("What is up?"):
    st.session_state.messages.append({"role": "user", "content": prompt})
    with st.chat_message("user"):
        st.markdown(prompt)
    with st.chat_message("assistant"):
        stream = client.chat.completions.create(
            model="fake",
            messages=[
                {"role": m["role"], "content": m["content"]} for m in st.session_state.messages
            ],
            stream=True,
        )
        response = st.write_stream(stream)
    st.session_state.messages.append({"role": "assistant", "content": response})
