"""Running the exhibition's window, and checking what it needs."""

from contextlib import closing

from qtviewer.app.stores import open_source
from qtviewer.domain.errors import ViewerError
from qtviewer.kiosk.config_file import ConfigFile, store_mistakes
from qtviewer.resources import shipped_store_path
from qtviewer.store.checking import damage_problems
from qtviewer.store.reader import StoreReader


def kiosk(file: ConfigFile) -> int:
    """Run the exhibition's window until staff leave or the night's restart; return the exit status."""
    from qtviewer.ui.kiosk.run import run_kiosk

    return run_kiosk(file.config, lambda: open_for_kiosk(file))


def open_for_kiosk(file: ConfigFile) -> StoreReader:
    """Open the store of a config; raises ViewerError with everything that is wrong with either."""
    if found := kiosk_problems(file):
        raise ViewerError("; ".join(found))
    return open_source(file.config.store or shipped_store_path())


def kiosk_problems(file: ConfigFile) -> list[str]:
    """Return everything that keeps a kiosk closed: mistakes in its config, damage to its store, where they disagree."""
    store = file.config.store or shipped_store_path()
    try:
        found = damage_problems(store)
        with closing(open_source(store)) as source:
            found += store_mistakes(file, source.vocabulary, source.content_hash)
    except ViewerError as error:
        found = [str(error)]
    return [*file.mistakes, *found]
