#!/bin/sh
# PySide6_Essentials 6.11.3 (Qt 6.11.3), offscreen: a QTextDocument whose loadResource returns nothing for a picture opens the
# path in the text itself. So a text of others in Markdown or HTML reads any local file, device or pipe, although the method
# that is there to say what is loaded has refused it.
#
# Seen, the height of a document with a picture of 400 x 400 pixels in it: 408 with nothing returned, 9 with one pixel.
#
# A document for texts of others returns a picture of one pixel, and texts hold no markup for pictures in the first place.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6_Essentials==6.11.3
cat >"$folder/opened.py" <<'PYTHON'
import sys
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument

application = QGuiApplication([])
picture = QImage(400, 400, QImage.Format.Format_RGB32)
picture.fill(0)
picture.save(sys.argv[1])


class Refusing(QTextDocument):
    answer = None

    def loadResource(self, kind, name):
        return self.answer


for Refusing.answer in (None, QImage(1, 1, QImage.Format.Format_RGB32)):
    document = Refusing()
    document.setMarkdown(f"![p]({sys.argv[1]})")
    print(round(document.size().height()))
PYTHON
heights=$(QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/opened.py" "$folder/picture.png" | tr '\n' ' ')
echo "heights with nothing and with a pixel returned: $heights"
[ "${heights%% *}" -gt 400 ]
