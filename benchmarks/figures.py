"""What a benchmark tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, the floor it is compared with, measured in the same run, and value / floor."""

    name: str
    n: int
    value: float
    unit: str
    floor: float
    ratio: float

    @classmethod
    def of(cls, name: str, count: int, value: float, unit: str, floor: float) -> "Figure":
        """A figure with its ratio, in four digits."""
        return cls(name, count, _rounded(value), unit, _rounded(floor), _rounded(value / floor))


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
