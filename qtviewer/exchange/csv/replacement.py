"""A CSV file and the metadata beside it, which are replaced together."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path

from qtviewer.atomic_file import atomic_replacement
from qtviewer.domain.errors import ViewerError
from qtviewer.exchange.csv.metadata import metadata_path
from qtviewer.temporary_names import temporary_name


@contextmanager
def csv_replacement(target: Path, metadata_text: str) -> Iterator[Path]:
    """Yield the path of an empty temporary file, which replaces a CSV file at the end, right after its metadata.

    Both are whole on the disk by then; where one cannot be put in its place, both old files stay. Raises ViewerError
    where that is the metadata, and otherwise what `atomic_replacement` raises.
    """
    metadata, replacing = metadata_path(target), ExitStack()
    kept = metadata.with_name(temporary_name(metadata.name)) if metadata.is_file() else None

    def replace_metadata() -> None:
        with _told(metadata):
            replacing.close()

    with replacing:
        with _told(metadata) if metadata.exists() and kept is None else nullcontext():  # no file is there
            temporary = replacing.enter_context(atomic_replacement(metadata, keep_as=kept))
        temporary.write_text(metadata_text, encoding="utf-8")
        with _restored(metadata, kept), atomic_replacement(target, replace_metadata) as new:
            yield new


@contextmanager
def _told(metadata: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise ViewerError(f"{metadata}: cannot be written ({reason}); the list beside it is as it was") from error


@contextmanager
def _restored(metadata: Path, kept: Path | None) -> Iterator[None]:
    """Put the old metadata, if any, back in its place after an error; else remove the other name under which it is."""
    try:
        yield
    except BaseException:
        if kept is None:
            metadata.unlink(missing_ok=True)
        elif kept.exists():
            kept.replace(metadata)
        raise
    if kept is not None:
        kept.unlink(missing_ok=True)
