"""Makes the benchmarks of this repository importable, whichever way the tests are started."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
