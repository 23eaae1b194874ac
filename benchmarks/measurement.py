"""The result of a benchmark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured value, and the floor that it is compared with.

    name: of the measurement.
    n: number of events, visits or frames that it is about.
    value, floor: in `unit`, measured in the same run.
    ratio: value / floor.
    """

    name: str
    n: int
    value: float
    unit: str
    floor: float
    ratio: float

    @classmethod
    def of(cls, name: str, count: int, value: float, unit: str, floor: float) -> "Measurement":
        """Return a measurement with its ratio, all rounded to four digits."""
        return cls(name, count, _rounded(value), unit, _rounded(floor), _rounded(value / floor))


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
