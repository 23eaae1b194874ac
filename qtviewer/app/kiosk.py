"""Runs the kiosk on a config, and checks the config and its store."""

from contextlib import closing

from qtviewer.app.stores import open_source
from qtviewer.domain.errors import ViewerError
from qtviewer.kiosk.config_file import ConfigFile, store_mistakes
from qtviewer.resources import shipped_store_path
from qtviewer.store.checking import damage_problems
from qtviewer.store.reader import StoreReader


def run_configured_kiosk(file: ConfigFile) -> int:
    """Run the kiosk until staff leave it or the nightly restart; return the exit status."""
    from qtviewer.ui.kiosk.run import run_kiosk

    return run_kiosk(file.config, lambda: open_kiosk_store(file))


def open_kiosk_store(file: ConfigFile) -> StoreReader:
    """Open the store of a config; raises ViewerError with all `kiosk_problems` if there are any."""
    if found := kiosk_problems(file):
        raise ViewerError("; ".join(found))
    return open_source(file.config.store or shipped_store_path())


def kiosk_problems(file: ConfigFile) -> list[str]:
    """Return a sentence for each mistake in the config, for damage to its store, and for settings the store lacks."""
    store = file.config.store or shipped_store_path()
    try:
        found = damage_problems(store)
        with closing(open_source(store)) as source:
            found += store_mistakes(file, source.vocabulary, source.content_hash)
    except ViewerError as error:
        found = [str(error)]
    return [*file.mistakes, *found]
