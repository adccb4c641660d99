"""The full-text index of saved conversations: pages of some messages each, and their titles.

The words of a text are told apart before they come here, so that SQLite only splits at spaces.
"""

from collections.abc import Sequence
from math import ceil

from sqlite_utils import Database

from travelbot.data.fold import folded, readable

PAGE = 32
"""Messages: what a turn adds is indexed with its page, not with the whole conversation."""
TITLE = -1
"""The number of the page that holds the title."""
BETWEEN = " \ue000 "
"""Between two messages: no query has it, so that no words are found across them."""
SCHEMA = (
    """create table search_pages (
        id integer primary key,
        conversation text not null references conversations(id) on delete cascade,
        number integer not null)""",
    "create unique index idx_search_pages on search_pages (conversation, number)",
    "create virtual table search using fts5(text, tokenize = 'ascii', prefix = '1 2')",
    """create trigger search_pages_deleted after delete on search_pages begin
        delete from search where rowid = old.id;
    end""",
)

KNOWN = """
    select text from search_pages join search on search.rowid = search_pages.id
    where conversation = ? and number = ?
"""


def first_of_page(position: int) -> int:
    """The position of the first message on the page that this one is on."""
    return position // PAGE * PAGE


def index_title(db: Database, conversation_id: str, title: str) -> None:
    """Let the conversation be found by this title and no other."""
    _index(db, conversation_id, TITLE, [title])


def index_messages(db: Database, conversation_id: str, texts: Sequence[str], since: int) -> None:
    """Let it be found by these messages instead of those from `since` on, the first of a page."""
    first, end = since // PAGE, since // PAGE + ceil(len(texts) / PAGE)
    for number in range(first, end):
        _index(db, conversation_id, number, texts[number * PAGE - since :][:PAGE])
    db.execute(
        "delete from search_pages where conversation = ? and number >= ?", [conversation_id, end]
    )


def _index(db: Database, conversation_id: str, number: int, texts: Sequence[str]) -> None:
    """A page that stays the same isn't written again."""
    page = [conversation_id, number]
    text = BETWEEN.join(folded(readable(text)) for text in texts)
    if db.execute(KNOWN, page).fetchone() == (text,):
        return
    db.execute("delete from search_pages where conversation = ? and number = ?", page)
    added = db.execute("insert into search_pages (conversation, number) values (?, ?)", page)
    db.execute("insert into search (rowid, text) values (?, ?)", [added.lastrowid, text])
