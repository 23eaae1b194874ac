"""Reading `kiosk.toml`: everything that is right is used, everything that is wrong is told with its line."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from qtviewer.domain.source import Vocabulary
from qtviewer.domain.spelling_suggestion import spelling_suggestion
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.config_keys import KEYS, Key, shown
from qtviewer.kiosk.toml_lines import read_toml
from qtviewer.resources import shipped_store_path

_LARGEST: Final = 100_000  # bytes
_PATHS: Final = ("store", "log_file", "counts_file")


class ConfigFile(NamedTuple):
    """A config as far as it could be read, with the line of each key it has, and a sentence for each mistake."""

    config: KioskConfig = KioskConfig()
    path: Path | None = None
    lines: Mapping[str, int] = {}
    mistakes: tuple[str, ...] = ()

    def place(self, key: str) -> str:
        """The file and line of a key."""
        return f"{self.path}:{self.lines.get(key, 1)}"


def read_config(path: Path | None) -> ConfigFile:
    """The config in a file; without a file everything is as it comes."""
    if path is None:
        return ConfigFile()
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        return ConfigFile(path=path, mistakes=(f"{path}: cannot be read ({error.strerror}); expected a config",))
    if len(content) > _LARGEST:
        return ConfigFile(path=path, mistakes=(f"{path}: over {_LARGEST // 1000} KB; expected a config",))
    try:
        return _understood(path, content.decode())
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return ConfigFile(path=path, mistakes=(f"{path}:{line}: byte {error.start} is not UTF-8; save it as UTF-8",))


def store_mistakes(file: ConfigFile, vocabulary: Vocabulary, content_hash: str) -> list[str]:
    """What a config says of a store that is not so."""
    return list(_store_mistakes(file, vocabulary, content_hash))


def _store_mistakes(file: ConfigFile, vocabulary: Vocabulary, content_hash: str) -> Iterator[str]:
    config = file.config
    if "lang" in file.lines and config.lang not in vocabulary.languages:
        known = ", ".join(vocabulary.languages)
        yield f"{file.place('lang')}: lang {shown(config.lang)} is not in the store; expected {known}"
    for category in sorted(config.categories or ()):
        if category not in vocabulary.categories:
            near = spelling_suggestion(category, vocabulary.categories)
            yield f"{file.place('categories')}: category {shown(category)} is not in the store; {near}"
    if config.content_hash not in ("", content_hash):
        yield f"{file.place('content_hash')}: content_hash is not that of the store; expected {content_hash}"


def _understood(path: Path, text: str) -> ConfigFile:
    read = read_toml(text)
    mistakes = [(line, f"{path}:{line}: {what}; expected a key, = and a value") for line, what in read.errors]
    values: dict[str, Any] = {}
    for name, found in read.values.items():
        line = read.lines.get(name, 1)
        try:
            values[name] = _value(name, found, path.parent)
        except ValueError as error:
            mistakes.append((line, f"{path}:{line}: {error}"))
    mistakes += [(read.lines.get(key, 1), f"{path}:{read.lines.get(key, 1)}: {what}") for key, what in _clashes(values)]
    return ConfigFile(KioskConfig(**values), path, read.lines, tuple(mistake for _, mistake in sorted(mistakes)))


def _value(name: str, found: Any, folder: Path) -> Any:
    """The value of a key; ValueError says what is wrong with it."""
    key = KEYS.get(name)
    if key is None:
        wanted = "expected keys without a table" if isinstance(found, dict) else spelling_suggestion(name, KEYS)
        raise ValueError(f"{shown(name)} is not known; {wanted}")
    try:
        value = key.read(found)
    except ValueError:
        raise ValueError(f"{name} is {_shown(found, key)}; expected {key.expected}") from None
    return folder / value if name in _PATHS else value


def _shown(found: Any, key: Key) -> str:
    return "something else" if key.is_secret else shown(found)


def _clashes(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Files that would be written over one another: key, and what is wrong with it."""
    seen = {os.path.realpath(values.get("store", shipped_store_path())): "store"}
    for key in ("log_file", "counts_file"):
        if key in values:
            first = seen.setdefault(os.path.realpath(values[key]), key)
            if first != key:
                yield key, f"{key} is the same file as {first}; expected a file of its own"
