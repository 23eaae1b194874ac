"""Which module of the package imports which, read from the sources: imports in functions and for types count, too."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path


def import_graph(package: Path) -> dict[str, set[str]]:
    """Return for each module of a package the modules of the same package that it imports."""
    modules = {_dotted(path, package.parent): path for path in sorted(package.rglob("*.py"))}
    return {name: set(_imported(path, modules)) - {name} for name, path in modules.items()}


def cycle_in(graph: Mapping[str, set[str]]) -> list[str]:
    """Return the modules of one cycle in the order of their imports; empty without any."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _dotted(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found = f"{node.module}.{alias.name}"
                yield from (name for name in [found if found in modules else node.module] if name in modules)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
