"""Text made safe to show: what a model wrote as Markdown, and everything else as it stands.

What Streamlit renders goes beyond Markdown: directives, icons, formulas, diagrams, and images that
are fetched at once. `Prose` lets headings, bold, italics, lists, tables, code, quotes and links
through, and whatever it doesn't know is shown as typed. It takes text in pieces, because a
reply is shown while it comes.
"""

from travelbot.service.scrub import one_line, scrubbed
from travelbot.web.prose.escape import plain, plain_line
from travelbot.web.prose.lines import BREAK, Prose

__all__ = ["BREAK", "Prose", "one_line", "plain", "plain_line", "prose", "scrubbed"]


def prose(text: str) -> list[str]:
    """A reply's Markdown made safe, in blocks of bounded size."""
    reader = Prose()
    blocks = (reader.feed(text) + reader.close()).split(BREAK)
    return [block for block in blocks if block.strip()]
