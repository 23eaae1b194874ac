"""Reads `kiosk.toml`: valid keys are used, every mistake is reported with its line."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from qtviewer.domain.source import Vocabulary
from qtviewer.domain.spelling_suggestion import spelling_suggestion
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.config_keys import CONFIG_KEYS, as_config_text
from qtviewer.kiosk.toml_lines import read_toml
from qtviewer.resources import shipped_store_path

_MOST_BYTES: Final = 100_000
_PATH_KEYS: Final = ("store", "log_file", "counts_file")


class ConfigFile(NamedTuple):
    """A config that was read.

    config: the valid keys, and defaults for all others.
    path: path of the file; None without a file.
    lines: line number of each key in the file, from 1.
    mistakes: a sentence for each mistake, in the order of lines.
    """

    config: KioskConfig = KioskConfig()
    path: Path | None = None
    lines: Mapping[str, int] = {}
    mistakes: tuple[str, ...] = ()

    def place_of(self, key: str) -> str:
        """Return the path and line number of a key, as "path:line"."""
        return f"{self.path}:{self.lines.get(key, 1)}"


def read_config(path: Path | None) -> ConfigFile:
    """Return the config in a file, or the defaults if the path is None; a file that cannot be read is a mistake."""
    if path is None:
        return ConfigFile()
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        return ConfigFile(path=path, mistakes=(f"{path}: cannot be read ({error.strerror}); expected a config",))
    if len(content) > _MOST_BYTES:
        return ConfigFile(path=path, mistakes=(f"{path}: over {_MOST_BYTES // 1000} KB; expected a config",))
    try:
        return _parsed(path, content.decode())
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return ConfigFile(path=path, mistakes=(f"{path}:{line}: byte {error.start} is not UTF-8; save it as UTF-8",))


def store_mistakes(file: ConfigFile, vocabulary: Vocabulary, content_hash: str) -> list[str]:
    """Return a sentence for each language, category or content hash of a config that the store does not have."""
    return list(_store_mistakes(file, vocabulary, content_hash))


def _store_mistakes(file: ConfigFile, vocabulary: Vocabulary, content_hash: str) -> Iterator[str]:
    config = file.config
    if "lang" in file.lines and config.lang not in vocabulary.languages:
        known = ", ".join(vocabulary.languages)
        yield f"{file.place_of('lang')}: lang {as_config_text(config.lang)} is not in the store; expected {known}"
    for category in sorted(config.categories or ()):
        if category not in vocabulary.categories:
            near = spelling_suggestion(category, vocabulary.categories)
            yield f"{file.place_of('categories')}: category {as_config_text(category)} is not in the store; {near}"
    if config.content_hash not in ("", content_hash):
        yield f"{file.place_of('content_hash')}: content_hash is not that of the store; expected {content_hash}"


def _parsed(path: Path, text: str) -> ConfigFile:
    toml = read_toml(text)
    mistakes = [(line, f"{path}:{line}: {error}; expected a key, = and a value") for line, error in toml.errors]
    values: dict[str, Any] = {}
    for name, found in toml.values.items():
        line = toml.lines.get(name, 1)
        try:
            values[name] = _value_of(name, found, path.parent)
        except ValueError as error:
            mistakes.append((line, f"{path}:{line}: {error}"))
    for name, mistake in _path_clashes(values):
        line = toml.lines.get(name, 1)
        mistakes.append((line, f"{path}:{line}: {mistake}"))
    return ConfigFile(KioskConfig(**values), path, toml.lines, tuple(mistake for _, mistake in sorted(mistakes)))


def _value_of(name: str, found: Any, folder: Path) -> Any:
    """Return the value of a key, paths relative to a folder; raise ValueError with the mistake as its message."""
    key = CONFIG_KEYS.get(name)
    if key is None:
        wanted = "expected keys without a table" if isinstance(found, dict) else spelling_suggestion(name, CONFIG_KEYS)
        raise ValueError(f"{as_config_text(name)} is not known; {wanted}")
    try:
        value = key.read(found)
    except ValueError:
        text = "something else" if key.is_secret else as_config_text(found)
        raise ValueError(f"{name} is {text}; expected {key.expected}") from None
    return folder / value if name in _PATH_KEYS else value


def _path_clashes(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, mistake) for each file that would be written over another one."""
    seen = {os.path.realpath(values.get("store", shipped_store_path())): "store"}
    for key in ("log_file", "counts_file"):
        if key in values:
            first = seen.setdefault(os.path.realpath(values[key]), key)
            if first != key:
                yield key, f"{key} is the same file as {first}; expected a file of its own"
