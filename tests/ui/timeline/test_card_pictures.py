"""Pictures of cards are painted once, as far as there is time and memory for them."""

import time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from qtviewer.ui.timeline.card_pictures import CardPictures

pytestmark = pytest.mark.usefixtures("qapp")


class Painting:
    """Fills a box, slowly if asked for, and counts how often."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.count, self._seconds = 0, seconds

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        """Paint the box red."""
        self.count += 1
        painter.fillRect(box, QColor("red"))
        end = time.thread_time() + self._seconds
        while time.thread_time() < end:
            pass


def test_a_picture_is_painted_once() -> None:
    """As large as asked for on the screen there is, and found again until all are forgotten."""
    pictures, paint = CardPictures(2.0), Painting()
    assert pictures.find("key") is None
    made = pictures.make("key", (30, 20), paint)
    assert pictures.find("key") is made
    assert ((made.width(), made.height()), made.toImage().pixelColor(59, 39).name()) == ((60, 40), "#ff0000")
    pictures.clear()
    assert pictures.find("key") is None


def test_a_frame_of_a_moving_view_makes_no_more_than_it_has_time_for() -> None:
    """After that pictures are left out until the next frame; at rest there is time for all."""
    pictures, slow = CardPictures(1.0), Painting(seconds=0.05)
    pictures.start_frame(moving=True)
    assert (pictures.has_time(), pictures.left_out) == (True, False)
    pictures.make("key", (9, 9), slow)
    assert (pictures.has_time(), pictures.left_out) == (False, True)
    pictures.start_frame(moving=False)
    pictures.make("other", (9, 9), slow)
    assert (pictures.has_time(), pictures.left_out) == (True, False)


def test_of_very_many_pictures_the_latest_are_kept() -> None:
    """A picture that was used lately stays, and one that was not goes."""
    pictures, paint = CardPictures(1.0), Painting()
    pictures.make(0, (2_000, 1_500), paint)
    for number in range(1, 8):
        pictures.make(number, (2_000, 1_500), paint)
        assert pictures.find(0) is not None
    assert pictures.find(1) is None
    assert pictures.find(7) is not None
