"""Painting the window and the kiosk to PNG files, without a display."""

from pathlib import Path

from qtviewer.app.stores import ViewOptions
from qtviewer.app.window import make_window
from qtviewer.domain.event_query import EventQuery
from qtviewer.kiosk.config import KioskConfig
from qtviewer.printing.offscreen import offscreen_application
from qtviewer.store.reader import StoreReader
from qtviewer.ui.kiosk.kiosk_model import KioskModel, initial_state_of
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.window.snapshot import save_picture

_KIOSK_APPEARANCE = ("lang", "theme", "text_size")


def save_window_snapshot(
    source: StoreReader, query: EventQuery, options: ViewOptions, size: tuple[int, int], output: Path
) -> None:
    """Paint the main window in a size (pixels) to a PNG file; raises ViewerError if it cannot be written."""
    application = offscreen_application()
    save_picture(application, make_window(source, query, options), size, output)


def save_kiosk_snapshot(
    source: StoreReader, query: EventQuery, options: ViewOptions, size: tuple[int, int], output: Path
) -> None:
    """Paint the kiosk's window as a visitor sees it in a size (pixels) to a PNG file; raises as above."""
    application = offscreen_application()
    config = KioskConfig(reduced_motion=True, **{key: options[key] for key in _KIOSK_APPEARANCE if key in options})
    state = initial_state_of(source, config, query)
    window = KioskWindow(KioskModel(source, state), config)
    window.handle_touch()
    window.model.show_event(options.get("selected") or state.selected)
    save_picture(application, window, size, output)
