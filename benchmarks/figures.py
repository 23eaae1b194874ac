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
