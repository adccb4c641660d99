"""The HTTP API: the page's conversations, for programs."""
