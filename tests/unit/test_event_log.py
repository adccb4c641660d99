from threading import Thread

from travelbot.models.events import ItineraryUpdated, RoundStarted, TextDelta, TurnFinished
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.messages import Status
from travelbot.service.event_log import STOP_BYTES, EventLog

PATIENCE = 5.0
END = TurnFinished(status=Status.COMPLETE)
WORD = TextDelta(text="word ")


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


def test_deltas_are_gathered_until_something_else_comes() -> None:
    log = EventLog()
    log.append(WORD)
    batches = log.follow(beat=PATIENCE, gather=PATIENCE)
    assert next(batches) == [WORD]

    def go_on() -> None:
        log.append(WORD)
        log.append(WORD)
        log.append(END)

    writer = Thread(target=go_on)
    writer.start()
    assert next(batches) == [WORD, WORD, END]
    writer.join()


def test_an_itinerary_counts_with_its_stops() -> None:
    sizes = []
    for stops in (0, 40):
        log = EventLog()
        days = (Day(stops=(Stop(place="Tokyo"),) * stops),) * 5
        log.append(ItineraryUpdated(itinerary=Itinerary(days=days)))
        sizes.append(log.size)
    assert sizes[1] - sizes[0] == 200 * STOP_BYTES


def test_what_is_no_delta_is_followed_at_once() -> None:
    log = EventLog()
    log.append(RoundStarted())
    batches = log.follow(beat=0, gather=PATIENCE)
    assert next(batches) == [RoundStarted()]
    assert next(batches) == []
