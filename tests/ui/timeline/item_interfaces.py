"""A program that asks every item of a window for every interface that assistive technology may want, as Qt asks.

Prints the numbers of items and interfaces. A wrong answer ends the process, so tests run this as one of its own.
"""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from qtviewer.app.stores import open_source
from qtviewer.app.window import make_window
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path

ASKED = [name for name in dir(QAccessibleInterface) if name.endswith("Interface")]


def items_below(item: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An item and everything in it."""
    yield item
    for number in range(item.childCount()):
        if (child := item.child(number)) is not None:
            yield from items_below(child)


application = QApplication([])
QAccessible.setActive(True)
window = make_window(open_source(shipped_store_path()), EventQuery(), {"lang": "en"})
window.show()
window.model.load_lunar_calendar()
application.processEvents()
items = list(items_below(QAccessible.queryAccessibleInterface(window)))
for item in items:
    for name in ASKED:
        getattr(item, name)()
    for kind in QAccessible.InterfaceType:
        item.interface_cast(kind)
print(len(items), len(ASKED))  # noqa: T201 - what the test reads
