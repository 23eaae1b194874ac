"""Characters that no text holds: control characters, and those that no XML can hold."""

import re
from typing import Final

_LINE_ENDS: Final = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_OTHERS: Final = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
CONTROL_CHARACTERS: Final = f"{_LINE_ENDS}{_OTHERS}"
"""The inside of a character class of a regular expression; tab, LF and CR are not in it."""

_LINE_END: Final = re.compile(f"[{_LINE_ENDS}]")
_OTHER: Final = re.compile(f"[{_OTHERS}]")
_CONTROL: Final = re.compile(f"[{CONTROL_CHARACTERS}]")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """Return a text with LF for the rare line ends (VT, FF, NEL ...) and U+FFFD for other control characters."""
    return _OTHER.sub("\ufffd", _LINE_END.sub("\n", text))


def control_character_in(text: str) -> str:
    """Return the first control character of a text as U+000B, or "" when it has none."""
    match = _CONTROL.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""


def xml_text(text: str) -> str:
    """Return a text with U+FFFD for every character that makes XML ill-formed."""
    return _NOT_XML.sub("\ufffd", text)
