#!/bin/sh
# PySide6_Essentials 6.11.3 (shiboken6 6.11.3, Python 3.11.7 and 3.13.0): once PySide6.QtCore has been imported, each module
# that anything imports later has its source file read and kept in memory, in the cache of the standard library's
# linecache, although it never names Qt. The import is slower by that, and the text stays until the program ends. Modules
# imported before PySide6 are not read. PySide6 looks there for its switch `from __feature__ import ...`.
#
# Seen, files and bytes in linecache after importing sympy 1.14.0 (with mpmath 1.3.0):
#   without PySide6:    0 files,          0 bytes
#   after PySide6:    488 files, 11,336,556 bytes
#   before PySide6:     3 files,     85,875 bytes
#
# A program with many modules imports those that need no Qt first, or clears linecache once it is running.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    PySide6_Essentials==6.11.3 shiboken6==6.11.3 sympy==1.14.0 mpmath==1.3.0
cat >"$folder/kept.py" <<'PYTHON'
import importlib
import linecache
import sys

for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(linecache.cache), sum(entry[0] for entry in linecache.cache.values() if len(entry) > 1))
PYTHON
cd "$folder"
without=$(venv/bin/python kept.py sympy)
after=$(venv/bin/python kept.py PySide6.QtCore sympy)
before=$(venv/bin/python kept.py sympy PySide6.QtCore)
echo "files and bytes kept: without PySide6 $without; sympy after PySide6 $after; sympy before PySide6 $before"
[ "${without% *}" -eq 0 ]
[ "${after% *}" -gt 400 ]
[ "${after#* }" -gt 10000000 ]
[ "${before% *}" -lt 100 ]
