#!/usr/bin/env python3
"""Time and peak memory of a whole `redress quote`, from starting the process to its end.

    swift build -c release --static-swift-stdlib --product redress
    Benchmarks/cold_start.py

Every command is run in turn, one round after another, so that a machine that gets slower in between is unfair to
nobody; /bin/true says what starting any process costs here.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ["fixtures/damaged_goods/several_lots.case", "fixtures/misdelivery/three_ways_of_goodwill.case"]


def run_once(command):
    """Wall and processor time in milliseconds, and the exit status."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, process.returncode


def peak_memory(command):
    """Megabytes, through GNU time: a child of this Python would begin with this Python's memory. None without it."""
    if not Path("/usr/bin/time").exists():
        return None
    result = subprocess.run(["/usr/bin/time", "-f", "%M", *command], cwd=ROOT, text=True, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return round(int(result.stderr.strip().splitlines()[-1]) / 1024, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--redress", default=".build/release/redress", help="the executable, built statically")
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    arguments = parser.parse_args()
    executable = (ROOT / arguments.redress).resolve()
    if not executable.exists():
        sys.exit(f"there is no {executable}; build it with\n"
                 "  swift build -c release --static-swift-stdlib --product redress")

    commands = {"/bin/true": ["/bin/true"], "redress --help": [str(executable), "--help"]}
    for case in CASES:
        commands[f"redress quote {Path(case).stem}"] = [str(executable), "quote", case]
        commands[f"redress quote {Path(case).stem} --format json"] = [str(executable), "quote", case,
                                                                      "--format", "json"]
    samples = {name: [] for name in commands}
    for round_number in range(arguments.runs + 1):
        for name, command in commands.items():
            sample = run_once(command)
            if sample[2] != 0:
                sys.exit(f"{' '.join(command)} ended with status {sample[2]}")
            if round_number:  # the first round fills the file cache
                samples[name].append(sample)

    title = f"median of {arguments.runs} runs"
    if not arguments.json:
        print(f"{title:52}{'wall ms':>9}{'fastest':>9}{'cpu ms':>9}{'peak MB':>9}")
    for name, rows in samples.items():
        wall = round(statistics.median(row[0] for row in rows), 2)
        fastest = round(min(row[0] for row in rows), 2)
        cpu = round(statistics.median(row[1] for row in rows), 2)
        memory = peak_memory(commands[name])
        if arguments.json:
            print(json.dumps({"command": name, "wall_ms": wall, "fastest_ms": fastest, "cpu_ms": cpu,
                              "peak_mb": memory}))
        else:
            print(f"{name:52}{wall:9.2f}{fastest:9.2f}{cpu:9.2f}{memory if memory is not None else '-':>9}")


if __name__ == "__main__":
    main()
