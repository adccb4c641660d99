"""Characters that came in halves."""


def mended(text: str) -> str:
    """Join surrogate pairs to the characters that they mean; replace single ones."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class WholeCharacters:
    """Joins text whose characters are split over its pieces, as some servers do with emoji."""

    def __init__(self) -> None:
        self._half = ""

    def feed(self, text: str) -> str:
        """The text so far without a half at its end, which comes with the next piece."""
        text = self._half + text
        self._half = text[-1:] if "\ud800" <= text[-1:] <= "\udbff" else ""
        return mended(text.removesuffix(self._half) if self._half else text)
