"""How well and how fast archives are paired: ``python tests/bench/pair.py [READOUTS]`` (20,000 by default).

The archives are made of invented events that nothing was trained on (``tests/archives.py``). Nothing is asserted here.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from archives import archives, kinds_of, paired, table_of, written


def main() -> None:
    """Print precision, recall and seconds."""
    halves, pairs = archives(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    with tempfile.TemporaryDirectory() as home:
        files = written(halves, Path(home))
        start = time.perf_counter()
        found = paired(halves, files)
        seconds = time.perf_counter() - start
    right = len(found & pairs)
    for kind, count, precision, recall in table_of(found, pairs, kinds_of(halves, pairs)):
        print(f"{kind:30} {count:6} pairs, precision {precision:.3f}, recall {recall:.3f}")
    print(f"precision {right / len(found):.3f}, recall {right / len(pairs):.3f}, {seconds:.0f} seconds")


if __name__ == "__main__":
    main()
