"""How Redress is called, and what is only asked of Redress."""
import json
import statistics
import subprocess

from comparison import checking, processes
from comparison.competitors import HERE

ROOT = HERE.parent.parent
MODES = ["none", "codes", "full"]
SECONDS = 240
HUGE = 10


class Redress:
    def __init__(self, executable, bench, data):
        self.executable, self.bench, self.data = executable, bench, data

    @property
    def is_static(self):
        """Whether it carries the Swift runtime itself: it then starts in half the time."""
        return b"libswiftCore.so" not in self.executable.read_bytes()

    def command(self, mode, cases=None, jobs=1):
        return [self.executable, "batch", "portfolio", *([cases] if cases else []), "--rules", HERE / "rules",
                "--reasons", mode, "--jobs", jobs]

    def check(self, mode):
        """All records right, and the same bytes again; what was checked, and any doubt."""
        cases = self.data / "cases.ndjson"
        checked = checking.check_redress(self.command(mode, cases), self.data)
        # The records in full hold whatever the others hold: a second run alike is asked of them only.
        for jobs in (1, 2) if mode == "full" else (2,):
            if checking.digest_of(self.command(mode, cases, jobs)) != checked.digest:
                return checked, f"other bytes with --jobs {jobs}"
        return checked, checked.first_difference if checked.wrong else ""

    def evaluation(self, is_quick):
        """Microseconds a claim, facts bound before and no texts made, and those of its own rules by hand."""
        size = ["--quick"] if is_quick else []
        command = [self.bench, "--root", ROOT, "--evaluation", "--json", *size, "--runs", "1"]
        found = {one["stage"]: one["median_ns"] / 1000
                 for one in json.loads(processes.output_of(command, SECONDS))["measurements"]
                 if (one["group"], one["subject"]) == ("evaluation", "portfolio")}
        return found["straight through"], found["by hand"]

    def two_cores(self, cases, runs):
        """How long two jobs take beside one, as a part of its time; in turn, by the clock on the wall."""
        ratios = []
        for _ in range(runs):
            one, two = (processes.usage_of(self.command("codes", cases, jobs), SECONDS).wall for jobs in (1, 2))
            ratios.append(two / one)
        return statistics.median(ratios)

    def memory_of_many(self):
        """Kilobytes that ten times the cases take, as one stream."""
        cases = [self.data / "cases.ndjson"] * HUGE
        with subprocess.Popen(["cat", *cases], stdout=subprocess.PIPE) as source, \
                processes.metered(self.command("codes")) as (command, peak_memory):
            with processes.started(command, SECONDS, stdin=source.stdout):
                source.stdout.close()
            return peak_memory()
