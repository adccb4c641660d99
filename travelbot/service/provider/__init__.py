"""Models at OpenAI-compatible providers: asking them, reading their streams, their failures."""
