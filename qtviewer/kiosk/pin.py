"""The PIN by which staff leave the kiosk: its hash, and a gate that lets nobody try for long."""

import base64
import binascii
import hashlib
import hmac
import os
import re
from typing import Final, NamedTuple

from qtviewer.domain.errors import ViewerError

TRIES: Final = 5
"""Wrong PINs until the gate locks."""
FIRST_PAUSE: Final = 60.0
"""Seconds it is locked after them; twice as long after each further wrong one."""
LONGEST_PAUSE: Final = 3600.0
PIN_DIGITS: Final = "4 to 12 digits"

_PIN: Final = re.compile(r"[0-9]{4,12}")
_COST, _BLOCK, _LANES = 2**14, 8, 1  # 16 MB and some 50 ms a try
_SALT_BYTES, _HASH_BYTES = 16, 32


def hash_pin(pin: str) -> str:
    """A salted scrypt hash as one printable text; ViewerError when it is not 4 to 12 digits."""
    if not _PIN.fullmatch(pin):
        raise ViewerError(f"this is not a PIN; expected {PIN_DIGITS}")
    salt = os.urandom(_SALT_BYTES)
    words = (base64.b64encode(part).decode() for part in (salt, _scrypt(pin, salt)))
    return "$".join((_PREFIX, *words))


def is_pin_hash(text: str) -> bool:
    """Whether a text was made by `hash_pin`."""
    return _parts(text) is not None


def is_right(pin: str, pin_hash: str) -> bool:
    """Whether a PIN is the one that was hashed, told in a time that does not depend on it."""
    parts = _parts(pin_hash)
    return parts is not None and hmac.compare_digest(_scrypt(pin, parts[0]), parts[1])


class PinLock(NamedTuple):
    """How many wrong PINs there were since the last right one, and until when none is taken.

    Times are seconds of a monotonic clock. The gate outlives visits: it is not part of what a reset forgets.
    """

    wrong: int = 0
    locked_until: float = -float("inf")

    def seconds_locked(self, now: float) -> float:
        """Seconds until a PIN is taken again; 0 when it is."""
        return max(0.0, self.locked_until - now)

    def after_try(self, is_right: bool, now: float) -> "PinLock":
        """The gate after a PIN that was taken; while it is locked nothing counts, not even a right one."""
        if self.seconds_locked(now):
            return self
        if is_right:
            return PinLock()
        wrong = self.wrong + 1
        if wrong < TRIES:
            return PinLock(wrong)
        doublings = min(wrong - TRIES, 10)
        return PinLock(wrong, now + min(FIRST_PAUSE * 2**doublings, LONGEST_PAUSE))


def try_pin(gate: PinLock, pin: str, pin_hash: str, now: float) -> tuple[bool, PinLock]:
    """Whether a PIN opens the gate now, and the gate after it; without a hash nothing opens it."""
    if gate.seconds_locked(now) or not pin_hash:
        return False, gate
    opens = is_right(pin, pin_hash)
    return opens, gate.after_try(opens, now)


_PREFIX: Final = f"scrypt${_COST}${_BLOCK}${_LANES}"


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=_HASH_BYTES)


def _parts(pin_hash: str) -> tuple[bytes, bytes] | None:
    """Salt and hash of a text that `hash_pin` made, or None."""
    prefix, _, words = pin_hash.partition(f"{_PREFIX}$")
    try:
        salt, digest = (base64.b64decode(word, validate=True) for word in words.split("$"))
    except (binascii.Error, ValueError):
        return None
    return None if prefix or (len(salt), len(digest)) != (_SALT_BYTES, _HASH_BYTES) else (salt, digest)
