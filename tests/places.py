"""Where the files of the project are that tests read."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
"""The folder of README.md and pyproject.toml."""
