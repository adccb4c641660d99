"""The built-in guide: an assistant without a language model, speaking the same wire format."""
