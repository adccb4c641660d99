from threading import Thread

from travelbot.models.events import TextDelta, TurnFinished
from travelbot.models.messages import Status
from travelbot.service.event_log import EventLog

END = TurnFinished(status=Status.COMPLETE)


def test_every_reader_gets_every_event_once_in_order() -> None:
    log = EventLog()
    words = [TextDelta(text=str(number)) for number in range(200)]
    read: list[list[object]] = [[], [], []]

    def follow(target: list[object], since: int) -> None:
        for events in log.follow(beat=0.01, since=since):
            target.extend(events)

    readers = [Thread(target=follow, args=(target, i)) for i, target in enumerate(read)]
    for reader in readers:
        reader.start()
    for word in words:
        log.append(word)
    log.append(END)
    for reader in readers:
        reader.join()
    assert read == [[*words[i:], END] for i in range(3)]
    assert log.finished


def test_silence_gives_empty_beats() -> None:
    log = EventLog()
    assert next(log.follow(beat=0.001)) == []
    assert not log.finished
