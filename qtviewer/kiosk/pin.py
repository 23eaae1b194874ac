"""The PIN with which staff leave the kiosk: its hash, and a lock after wrong PINs."""

import base64
import binascii
import hashlib
import hmac
import os
import re
from typing import Final, NamedTuple

from qtviewer.domain.errors import ViewerError

TRIES: Final = 5
"""Wrong PINs after which no PIN is accepted for a while."""
FIRST_PAUSE: Final = 60.0
"""Seconds of the first pause; each further wrong PIN makes the next pause twice as long."""
LONGEST_PAUSE: Final = 3600.0
"""Seconds after which pauses grow no more."""
PIN_DIGITS: Final = "4 to 12 digits"
"""How long a PIN is, for messages."""

_PIN: Final = re.compile(r"[0-9]{4,12}")
_COST, _BLOCK, _LANES = 2**14, 8, 1  # 16 MB and some 50 ms a try
_SALT_BYTES, _HASH_BYTES = 16, 32


def hash_pin(pin: str) -> str:
    """Return the salted scrypt hash of a PIN as printable text; raise ViewerError if it is not 4 to 12 digits."""
    if not _PIN.fullmatch(pin):
        raise ViewerError(f"this is not a PIN; expected {PIN_DIGITS}")
    salt = os.urandom(_SALT_BYTES)
    parts = (base64.b64encode(part).decode() for part in (salt, _scrypt(pin, salt)))
    return "$".join((_PREFIX, *parts))


def is_pin_hash(text: str) -> bool:
    """Return whether a text is an output of `hash_pin`."""
    return _parts(text) is not None


def matches_hash(pin: str, pin_hash: str) -> bool:
    """Return whether a PIN is the one that was hashed; the comparison takes the same time for every PIN."""
    parts = _parts(pin_hash)
    return parts is not None and hmac.compare_digest(_scrypt(pin, parts[0]), parts[1])


class PinLock(NamedTuple):
    """The state of the lock, which a reset of the kiosk does not change.

    wrong: number of wrong PINs since the last right one.
    locked_until: end of the pause, in seconds of a monotonic clock.
    """

    wrong: int = 0
    locked_until: float = -float("inf")

    def seconds_locked(self, now: float) -> float:
        """Return the seconds until a PIN is accepted again; 0 if it is now."""
        return max(0.0, self.locked_until - now)

    def after_try(self, is_right: bool, now: float) -> "PinLock":
        """Return the lock after a right or wrong PIN; during a pause it stays the same even after a right one."""
        if self.seconds_locked(now):
            return self
        if is_right:
            return PinLock()
        wrong = self.wrong + 1
        return PinLock(wrong, now + longest_pause(wrong)) if wrong >= TRIES else PinLock(wrong)


def longest_pause(wrong: int) -> float:
    """Return the seconds of the pause after a number of wrong PINs; 0 while there is none."""
    return min(FIRST_PAUSE * 2 ** min(wrong - TRIES, 10), LONGEST_PAUSE) if wrong >= TRIES else 0.0


def try_pin(lock: PinLock, pin: str, pin_hash: str, now: float) -> tuple[bool, PinLock]:
    """Return whether a PIN is accepted now, and the lock after the try; without a hash no PIN is."""
    if lock.seconds_locked(now) or not pin_hash:
        return False, lock
    is_right = matches_hash(pin, pin_hash)
    return is_right, lock.after_try(is_right, now)


_PREFIX: Final = f"scrypt${_COST}${_BLOCK}${_LANES}"


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=_HASH_BYTES)


def _parts(pin_hash: str) -> tuple[bytes, bytes] | None:
    """Return salt and hash of an output of `hash_pin`, or None for another text."""
    prefix, _, parts = pin_hash.partition(f"{_PREFIX}$")
    try:
        salt, digest = (base64.b64decode(part, validate=True) for part in parts.split("$"))
    except (binascii.Error, ValueError):
        return None
    return None if prefix or (len(salt), len(digest)) != (_SALT_BYTES, _HASH_BYTES) else (salt, digest)
