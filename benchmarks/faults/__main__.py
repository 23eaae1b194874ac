"""`python -m benchmarks.faults` does the same as `python -m benchmarks faults`."""

import sys

from benchmarks.faults.campaign import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
