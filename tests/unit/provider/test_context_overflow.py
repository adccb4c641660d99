"""A conversation that is too long, in each provider's words."""

import pytest

from tests.unit.provider.failing import error, status
from travelbot import errors

WORDS = {
    "OpenAI": (
        "This model's maximum context length is 128000 tokens. However, your messages resulted in "
        "150011 tokens. Please reduce the length of the messages."
    ),
    "OpenAI, Responses": "Your input exceeds the context window of this model.",
    "OpenAI, one text": (
        "Invalid 'messages[1].content': string too long. Expected a string with maximum length "
        "1048576, but got a string with length 2000000 instead."
    ),
    "Azure": (
        "This model's maximum context length is 8192 tokens, however you requested 10000 tokens "
        "(9000 in your prompt; 1000 for the completion). Please reduce your prompt."
    ),
    "Anthropic": "prompt is too long: 212500 tokens > 200000 maximum",
    "Anthropic, with the answer": (
        "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000"
    ),
    "Gemini": (
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."
    ),
    "Mistral": (
        "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum "
        "context length"
    ),
    "Groq": "Please reduce the length of the messages or completion.",
    "Groq, tokens per minute": "Request too large for model `big` on tokens per minute (TPM)",
    "Groq, with an offer": (
        "Request too large for model `big` on tokens per minute (TPM): Limit 6000, Requested 9000, "
        "please reduce your message size and try again. Need more tokens? Upgrade to Dev Tier "
        "today at https://console.groq.com/settings/billing"
    ),
    "vLLM": (
        "'max_tokens' or 'max_completion_tokens' is too large: 500. This model's maximum context "
        "length is 4096 tokens and your request has 4000 input tokens"
    ),
    "vLLM, prompt": (
        "The decoder prompt (length 5000) is longer than the maximum model length of 4096."
    ),
    "llama.cpp": (
        "the request exceeds the available context size. try increasing the context size or "
        "enable context shift"
    ),
    "llama.cpp, newer": "request (5000 tokens) exceeds the available context size (4096 tokens)",
    "LM Studio": (
        "Trying to keep the first 5000 tokens when context the overflows. However, the model is "
        "loaded with context length of only 4096 tokens"
    ),
    "Ollama": "input length exceeds maximum context length",
    "Ollama, newer": "prompt too long; exceeded max context length by 400 tokens",
    "DeepSeek": (
        "This model's maximum context length is 65536 tokens. However, you requested 70000 tokens "
        "(66000 in the messages, 4000 in the completion)."
    ),
    "OpenRouter": (
        "This endpoint's maximum context length is 131072 tokens. However, you requested about "
        '200000 tokens. Please reduce the length of either one, or use the "middle-out" '
        "transform to compress your prompt automatically."
    ),
    "xAI": ("This model's maximum prompt length is 131072 but the request contains 150000 tokens."),
    "Cerebras": "Please reduce the length of the messages or completion. Current length is 9000",
    "Together": (
        "The prompt length plus max_tokens: `inputs` tokens + `max_new_tokens` must be <= 8193. "
        "Given: 9000 `inputs` tokens and 0 `max_new_tokens`"
    ),
    "Alibaba": "Range of input length should be [1, 30720]",
    "Cohere": "too many tokens: total tokens in the prompt cannot exceed 4081",
    "Moonshot": "Invalid request: Your request exceeded model token limit: 8192",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_context_overflow(words: str) -> None:
    assert type(status(400, error(words))) is errors.ContextTooLong


@pytest.mark.parametrize("code", ["context_length_exceeded", "exceed_context_size_error"])
def test_context_overflow_in_the_code_alone(code: str) -> None:
    assert type(status(400, error("Bad request", code=code))) is errors.ContextTooLong


@pytest.mark.parametrize("code", [413, 429, 500, 503])
def test_context_overflow_with_another_status(code: int) -> None:
    assert type(status(code, error(WORDS["Groq"]))) is errors.ContextTooLong


@pytest.mark.parametrize("body", ["", "<html>413 Request Entity Too Large</html>"])
def test_413_without_words(body: str) -> None:
    assert type(status(413, body)) is errors.ContextTooLong
