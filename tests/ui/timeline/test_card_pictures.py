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
    """As large as asked for on the screen there is, until all are forgotten."""
    pictures, paint = CardPictures(2.0), Painting()
    one, same = (pictures.picture("key", (30, 20), paint) for _ in range(2))
    assert one is same
    assert ((one.width(), one.height()), one.toImage().pixelColor(59, 39).name()) == ((60, 40), "#ff0000")
    pictures.clear()
    pictures.picture("key", (30, 20), paint)
    assert paint.count == 2


def test_a_frame_of_a_moving_view_makes_no_more_than_it_has_time_for() -> None:
    """What is there is shown all the same; at rest everything is made."""
    pictures, slow = CardPictures(1.0), Painting(seconds=0.05)
    pictures.start_frame(moving=True)
    assert [pictures.picture_in_time(key, (9, 9), slow) is not None for key in "abab"] == [True, False, True, False]
    assert pictures.left_out
    pictures.start_frame(moving=False)
    assert None not in [pictures.picture_in_time(key, (9, 9), slow) for key in "abcd"]
    assert not pictures.left_out


def test_of_very_many_pictures_the_latest_are_kept() -> None:
    """A picture that was used lately stays, and one that was not goes."""
    pictures, paint = CardPictures(1.0), Painting()
    for number in range(8):
        pictures.picture(number, (2_000, 1_500), paint)
        pictures.picture(0, (2_000, 1_500), paint)
    assert paint.count == 8
    pictures.picture(1, (2_000, 1_500), paint)
    assert paint.count == 9
