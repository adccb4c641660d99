"""One turn of the assistant, and everything that it needs."""
