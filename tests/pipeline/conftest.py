"""The project's folder is importable here: for the benchmarks, and for workers that must find the stand-in coder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
