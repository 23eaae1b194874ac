#!/bin/sh
# PySide6_Essentials 6.11.3 (Qt 6.11.3), offscreen: QPdfWriter writes the address of a link between brackets as it is, without a
# backslash before the brackets in it. A link to https://x.org/a_(b breaks the structure of the file, and one that closes the
# bracket goes on as it likes: the rest of the address is read as entries of the action, such as another kind of it.
#
# Seen with pypdf 6: the action of a link to https://x.org/)/S/Launch/F(x has /S twice, URI and Launch, and a file /F.
#
# Brackets and backslashes in addresses are percent-encoded before Qt sees them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6_Essentials==6.11.3
cat >"$folder/link.py" <<'PYTHON'
import sys
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter, QTextDocument

application = QGuiApplication([])
writer = QPdfWriter(sys.argv[1])
document = QTextDocument()
document.setHtml('<a href="https://x.org/)/S/Launch/F(x">link</a>')
painter = QPainter(writer)
document.drawContents(painter)
painter.end()
PYTHON
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/link.py" "$folder/link.pdf"
grep -a "x.org" "$folder/link.pdf"
grep -aqF '(https://x.org/)/S/Launch/F(x)' "$folder/link.pdf"
