"""The page Plan as a reader handles it."""

from collections.abc import Callable
from io import BytesIO
from time import monotonic

import numpy as np
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from travelbot.web.map_pins import PIN

PATIENCE = 20.0
POLL_MS = 150
SEA = {"light": (207, 227, 234), "dark": (22, 48, 63)}
LAND = {"light": (246, 243, 236), "dark": (38, 54, 64)}
NEAR = 24
"""How far a pixel's colour may be off, summed over its channels."""
SOME = 40
"""Pixels of a pin, at least."""

Point = tuple[float, float]


class PlanPage:
    """Finds things where a reader would."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self._url = url

    def open(self, path: str = "/") -> "PlanPage":
        """Go there and wait for input and map."""
        self.page.goto(self._url + path)
        return self.ready()

    def ready(self) -> "PlanPage":
        """Wait until a reader would begin: the input takes text and the map is drawn."""
        expect(self.input).to_be_editable()
        expect(self.map).to_be_visible()
        self.wait_for_colour(LAND["light"])
        return self

    @property
    def input(self) -> Locator:
        """Where prompts are typed."""
        return self.page.get_by_test_id("stChatInputTextArea")

    @property
    def map(self) -> Locator:
        """The map."""
        return self.page.get_by_test_id("stDeckGlJsonChart")

    @property
    def messages(self) -> Locator:
        """All messages."""
        return self.page.get_by_test_id("stChatMessage")

    @property
    def reply(self) -> Locator:
        """The last message."""
        return self.messages.last

    @property
    def stops(self) -> Locator:
        """The stops of the itinerary, all days' one after the other."""
        return self.page.locator("[class*='st-key-stop-row-']")

    def open_itinerary(self) -> None:
        """Open its tab."""
        self.page.get_by_role("tab", name="Itinerary").click()

    def button(self, name: str) -> Locator:
        """A button by its words."""
        return self.page.get_by_role("button", name=name)

    def send(self, prompt: str) -> None:
        """Type a prompt and press Enter."""
        self.input.fill(prompt)
        self.input.press("Enter")

    def pins(self) -> Point | None:
        """The middle of all pins' pixels on the map, in its own coordinates."""
        return self.middle_of((PIN[0], PIN[1], PIN[2]))

    def middle_of(self, colour: tuple[int, int, int]) -> Point | None:
        """The middle of all pixels of about this colour on the map, None for hardly any."""
        image = np.asarray(Image.open(BytesIO(self.map.screenshot())).convert("RGB"), dtype=int)
        rows, columns = np.nonzero(np.abs(image - colour).sum(axis=2) < NEAR)
        if len(rows) < SOME:
            return None
        return float(columns.mean()), float(rows.mean())

    def wait_for_pins(self) -> Point:
        """Wait until pins are on the map and it has come to rest."""
        seen: list[Point | None] = [None]

        def at_rest() -> Point | None:
            seen.append(self.pins())
            return seen[-1] if seen[-1] == seen[-2] else None

        return self._poll(at_rest, "no pins came to rest on the map")

    def wait_for_pins_at(self, point: Point) -> Point:
        """Wait until the middle of all pins is within three pixels of `point`."""

        def there() -> Point | None:
            pins = self.pins()
            return (
                pins if pins and max(abs(pins[0] - point[0]), abs(pins[1] - point[1])) < 3 else None
            )

        return self._poll(there, f"the pins did not come to {point}")

    def pan(self, right: int, down: int) -> None:
        """Drag the map."""
        box = self.map.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=8)
        self.page.mouse.up()

    def wait_for_colour(self, colour: tuple[int, int, int]) -> Point:
        """Wait until this colour is on the map."""
        return self._poll(lambda: self.middle_of(colour), f"nothing on the map is {colour}")

    def _poll(self, look: Callable[[], Point | None], complaint: str) -> Point:
        """Look until there is something to see; the browser draws in the pauses."""
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline:
            if found := look():
                return found
            self.page.wait_for_timeout(POLL_MS)
        raise AssertionError(complaint)
