"""How fast it is: `python -m benchmarks [NAME ...]`, figures as ratios to a floor of the same run."""
