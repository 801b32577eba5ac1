"""Where things lie."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SLUICE = ROOT / "sluice"
SCENARIOS = HERE / "scenarios"
GATLING = HERE / "gatling"
GATLING_CLASSPATH = GATLING / "target" / "classpath.txt"
TOOLS = HERE / ".tools"
AUTOCANNON = TOOLS / "autocannon" / "node_modules" / ".bin" / "autocannon"
RESULTS = HERE / "results"
