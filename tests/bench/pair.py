"""How well and how fast archives are paired: ``python tests/bench/pair.py [READOUTS]`` (20,000 by default).

The archives are made of invented events that nothing was trained on (``tests/archives.py``). Nothing is asserted here.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from archives import archives, paired, written


def main() -> None:
    """Print precision, recall and seconds."""
    halves, pairs = archives(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    with tempfile.TemporaryDirectory() as home:
        files = written(halves, Path(home))
        start = time.perf_counter()
        found = paired(halves, files)
        seconds = time.perf_counter() - start
    right = len(found & pairs)
    print(f"precision {right / len(found):.3f}, recall {right / len(pairs):.3f}, {seconds:.0f} seconds")


if __name__ == "__main__":
    main()
