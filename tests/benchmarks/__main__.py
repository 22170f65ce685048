"""Runs the benchmarks of how the window feels, one after the other: start, pages, painting, memory, opening.

    python -m tests.benchmarks [NAME ...]

Each is a process of its own and prints its own table. Ends with 1 if any passed a limit.
"""

import subprocess
import sys

NAMES = ("startup", "pages", "paint", "memory", "opening")


def main() -> int:
    """Run those named, or all of them."""
    failed = []
    for name in sys.argv[1:] or NAMES:
        print(f"\n## {name}\n", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=False).returncode:
            failed.append(name)
    print(f"\nLimits passed in: {', '.join(failed)}" if failed else "\nEverything is within its limits.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
