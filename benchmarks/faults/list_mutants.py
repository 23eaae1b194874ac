"""Damaged copies of lists: their bytes, lines, cells, values and archives, each by a seed."""

import io
import json
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any, Final

Mutation = Callable[[bytes, Random], bytes]
"""Returns a damaged copy of the content of a file; which damage follows from the random numbers."""
_ODD_TEXTS: Final = (
    "",
    "\x00",
    "\x0b",
    "\ufeff",
    "\u2028",
    "\ud7ff",
    "<script>x</script>",
    "<a onx=",
    "[x](javascript:x)",
    '"',
    "'=1+1",
    "=HYPERLINK(1)",
    "2021-13-45",
    "-9999/9999",
    "0000",
    "03/04/2021",
    "2021年2月30日",
    "1" * 400,
    "亿" * 60,
    "a" * 60_000,
    "- a\n" * 2_000,
    "<" * 60_000,
    ";" * 2_000,
    "&#" + "9" * 5_000 + ";",
    "x: 1; y",
    "\\",
    "\r",
    "true",
    "null",
    "1e999",
)
_ODD_BYTES: Final = (
    b"\x00",
    b"\xff",
    b'"',
    b"\r",
    b"\n",
    b"\x1a",
    b"\xef\xbb\xbf",
    b"\xa4\xa4",
    b",",
    b"{",
    b"]",
    b"\t",
)


def flip_bits(content: bytes, random: Random) -> bytes:
    """Flip a few bits."""
    damaged = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8))):
        place = random.randrange(len(damaged) * 8)
        damaged[place // 8] ^= 1 << place % 8
    return bytes(damaged)


def cut(content: bytes, random: Random) -> bytes:
    """Cut the end off, or a piece out of the middle."""
    first, last = sorted((random.randrange(len(content)), random.randrange(len(content))))
    return content[:first] if random.random() < 0.5 else content[:first] + content[last:]


def insert_bytes(content: bytes, random: Random) -> bytes:
    """Put a byte somewhere that means something to a parser, or to none."""
    place = random.randrange(len(content))
    return content[:place] + random.choice(_ODD_BYTES) * random.choice((1, 1, 3, 1000)) + content[place:]


def change_lines(content: bytes, random: Random) -> bytes:
    """Lose, repeat or exchange lines, or end them otherwise."""
    lines = content.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.choice(("lose", "lose", "repeat", "exchange", "CR", "LF", "none")):
        case "lose":
            del lines[one]
        case "repeat":
            lines.insert(one, lines[one])
        case "exchange":
            lines[one], lines[other] = lines[other], lines[one]
        case "CR":
            return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r")
        case "LF":
            return content.replace(b"\r\n", b"\n")
        case _:
            lines[one] = lines[one].rstrip(b"\r\n")
    return b"".join(lines)


def change_words(content: bytes, random: Random) -> bytes:
    """Put an odd text in the place of a word, or a word in the place of another."""
    words = content.split(b",")
    place = random.randrange(len(words))
    odd = random.choice(_ODD_TEXTS).encode("utf-8", "surrogatepass")
    words[place] = odd if random.random() < 0.7 else random.choice(words)
    return b",".join(words)


def change_encoding(content: bytes, random: Random) -> bytes:
    """Write the text in another encoding, or half of it."""
    text = content.decode("utf-8-sig")
    codec = random.choice(("gb18030", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"))
    half = len(text) // 2 if random.random() < 0.3 else 0
    return text[:half].encode() + text[half:].encode(codec)


def change_json(content: bytes, random: Random) -> bytes:
    """Put a value of another kind somewhere into JSON, take one away, or repeat a list."""
    document = json.loads(content)
    places = list(_places(document))
    holder, key = random.choice(places)
    match random.choice(("odd", "odd", "kind", "lose", "deep", "repeat")):
        case "odd":
            holder[key] = random.choice(_ODD_TEXTS)
        case "kind":
            holder[key] = random.choice((None, True, 0, -1, 1e308, 10**400, [], {}, [None], {"a": []}))
        case "lose":
            del holder[key]
        case "deep":
            holder[key] = json.loads("[" * 500 + "]" * 500)
        case _:
            holder[key] = [holder[key]] * 300
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _places(value: Any) -> "list[tuple[Any, Any]]":
    """Return each list or object within a value with each of its positions or keys."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [place for key in keys for place in _places(value[key])]


def change_archive(content: bytes, random: Random) -> bytes:
    """Damage one part of a spreadsheet, or repeat something in it without end."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    part = parts[name]
    match random.choice(("bits", "cut", "words", "repeat", "lose", "empty")):
        case "bits":
            parts[name] = flip_bits(part, random)
        case "cut":
            parts[name] = cut(part, random)
        case "words":
            parts[name] = change_words(part.replace(b">", b">,"), random).replace(b">,", b">")
        case "repeat":
            start = part.find(b"<", random.randrange(len(part)))
            end = part.find(b">", start) + 1
            parts[name] = part[:end] + part[start:end] * random.choice((1, 1000, 300_000)) + part[end:]
        case "lose":
            del parts[name]
        case _:
            parts[name] = b""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


_TEXT: Final[tuple[Mutation, ...]] = (
    flip_bits, cut, insert_bytes, change_lines, change_lines, change_words, change_words, change_encoding,
)  # fmt: skip
MUTATIONS: Final[dict[str, tuple[Mutation, ...]]] = {
    "csv": _TEXT,
    "json": (*_TEXT, change_json, change_json, change_json),
    "jsonl": _TEXT,
    "timelinejs": (*_TEXT, change_json, change_json, change_json),
    "ics": _TEXT,
    "toml": _TEXT,
    "xlsx": (flip_bits, cut, insert_bytes, change_archive, change_archive, change_archive, change_archive),
}
"""The mutations of each format."""
