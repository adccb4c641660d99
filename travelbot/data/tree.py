"""A conversation's messages as a tree: its branches share what they have in common.

A row knows the message before it, its `parent`; a conversation knows the last message of the
chosen branch, its `head`. Prompts never change: another prompt in the same place is another
branch. A reply is rewritten in its row, so that all branches that go on from it see the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pydantic import TypeAdapter
from sqlite_utils import Database

from travelbot.data.migrations import table
from travelbot.errors import NotFound
from travelbot.models.messages import Fork, Message, Prompt, Reply

MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)
PATH = """
    with recursive path(id, parent, position) as (
        select id, parent, position from messages where id = :head
        union all
        select messages.id, messages.parent, messages.position
        from path join messages on messages.id = path.parent where path.position > :since)
    select messages.* from path join messages on messages.id = path.id
    where path.position >= :since order by path.position
"""
FORKS = """
    select position, parent, group_concat(id) as versions from messages
    where conversation = ? group by position, parent having count(*) > 1
"""
ADD = "insert into messages (conversation, parent, position, text, body) values (?, ?, ?, ?, ?)"
REWRITE = "update messages set text = ?, body = ? where id = ?"
REMOVE = """
    delete from messages where id = :id and not exists (select 1 from messages where parent = :id)
"""
NEWEST_BELOW = """
    with recursive below(id) as (
        select ? union all select messages.id from messages join below on parent = below.id)
    select max(id) as id from below
"""


@dataclass(frozen=True)
class Node:
    """A stored message of the chosen branch."""

    id: int
    parent: int | None
    position: int
    message: Message

    def says(self, message: Message) -> bool:
        """Whether the message would be stored as this one is."""
        return self.message == message or _said(self.message) == _said(message)


def path(db: Database, head: int | None, since: int = 0) -> list[Node]:
    """The messages up to `head`, from position `since` on."""
    rows = db.query(PATH, {"head": head, "since": since})
    return [
        Node(row["id"], row["parent"], row["position"], MESSAGE.validate_json(row["body"]))
        for row in rows
    ]


def texts(db: Database, head: int | None, since: int = 0) -> list[str]:
    """What the messages up to `head` say, from position `since` on."""
    return [row["text"] for row in db.query(PATH, {"head": head, "since": since})]


def forks(db: Database, conversation_id: str, nodes: Sequence[Node]) -> dict[int, Fork]:
    """The prompts among all nodes of a branch that have several versions."""
    parents = {node.position: node for node in nodes if isinstance(node.message, Prompt)}
    found = {}
    for row in db.query(FORKS, [conversation_id]):
        node = parents.get(row["position"])
        if node and node.parent == row["parent"]:
            versions = sorted(map(int, row["versions"].split(",")))
            found[node.position] = Fork(versions=tuple(versions), chosen=node.id)
    return found


def fits(db: Database, head: int | None, messages: Sequence[Message], since: int) -> bool:
    """Whether the branch is the one that `messages` go on from at position `since`.

    A reply names its turn, so that with the prompt after it no other branch is mistaken for it.
    """
    first = max(0, since - 2)
    before = path(db, head, first)[: since - first]
    return len(before) == since - first and _says(before, messages[first:]) == len(before)


def replace(
    db: Database, conversation_id: str, head: int | None, messages: Sequence[Message], since: int
) -> int | None:
    """Let the branch go on with `messages` from position `since` on; gives its new head.

    What was there goes, unless another branch has it too.
    """
    parent, old = _parted(db, head, since)
    kept = _kept(old, messages[since:])
    for node, message in zip(old[:kept], messages[since:], strict=False):
        parent = node.id
        if not node.says(message):
            db.execute(REWRITE, [*_said(message), node.id])
    end = _add(db, conversation_id, parent, messages, since + kept)
    _remove(db, old[kept:])
    return end


def branch(
    db: Database, conversation_id: str, head: int | None, messages: Sequence[Message], since: int
) -> int | None:
    """Add the messages from position `since` on beside those that are there; gives the new head."""
    parent, _ = _parted(db, head, since)
    return _add(db, conversation_id, parent, messages, since)


def merge(
    db: Database, conversation_id: str, head: int | None, messages: Sequence[Message]
) -> int | None:
    """Take in messages that were written without knowing what is stored; gives the new head.

    A last reply is replaced and what follows is added; all else that differs is a branch. Nothing
    happens where what is stored only goes on.
    """
    nodes = path(db, head)
    same = _says(nodes, messages)
    rest = [node.message for node in nodes[same:]]
    last = messages[-1] if messages else None
    if rest and same == len(messages) and not isinstance(last, Prompt):
        return head
    if not rest or (len(rest) == 1 and isinstance(rest[0], Reply)):
        return replace(db, conversation_id, head, messages, same)
    prompts = (at for at, m in enumerate(messages[: same + 1]) if isinstance(m, Prompt))
    return branch(db, conversation_id, head, messages, max(prompts, default=0))


def head_of(db: Database, conversation_id: str, version: int) -> int:
    """Where the branch of a prompt's version ends; of several the newest. Raises NotFound."""
    named = "id = ? and conversation = ?"
    rows = table(db, "messages").rows_where(named, [version, conversation_id])
    row = next(iter(rows), None)
    if row is None or not isinstance(MESSAGE.validate_json(row["body"]), Prompt):
        raise NotFound("This version does not exist any more: choose another one.")
    # A message is always newer than the one before it, so that the newest of all is a last one.
    return next(int(row["id"]) for row in db.query(NEWEST_BELOW, [version]))


def _says(nodes: Sequence[Node], messages: Sequence[Message]) -> int:
    """How many of the first nodes are the first messages."""
    pairs = zip(nodes, messages, strict=False)
    return len(list(takewhile(lambda pair: pair[0].says(pair[1]), pairs)))


def _parted(db: Database, head: int | None, since: int) -> tuple[int | None, list[Node]]:
    """The id of the message before position `since`, and all from there on."""
    nodes = path(db, head, max(0, since - 1))
    return (nodes[0].id, nodes[1:]) if since else (None, nodes)


def _kept(old: Sequence[Node], messages: Sequence[Message]) -> int:
    """How many rows stay, with what they say or, for replies, with something else."""
    for at, (node, message) in enumerate(zip(old, messages, strict=False)):
        both_reply = isinstance(node.message, Reply) and isinstance(message, Reply)
        if not both_reply and not node.says(message):
            return at
    return min(len(old), len(messages))


def _add(
    db: Database,
    conversation_id: str,
    parent: int | None,
    messages: Sequence[Message],
    since: int,
) -> int | None:
    for position, message in enumerate(messages[since:], since):
        added = db.execute(ADD, [conversation_id, parent, position, *_said(message)])
        parent = added.lastrowid
    return parent


def _remove(db: Database, nodes: Sequence[Node]) -> None:
    """The last ones first, up to one that another branch goes on from."""
    for node in reversed(nodes):
        if not db.execute(REMOVE, {"id": node.id}).rowcount:
            return


def _said(message: Message) -> tuple[str, str]:
    return message.text, message.model_dump_json()
