"""Benchmarks: `python -m benchmarks [NAME ...]` prints measurements as ratios to a floor of the same run."""
