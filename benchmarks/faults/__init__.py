"""The campaign of faults: what the real commands do with damaged files, failing calls, and other programs.

`python -m benchmarks faults [PART ...] [--count N] [--seed N]` runs parts of it and prints one table.
"""
