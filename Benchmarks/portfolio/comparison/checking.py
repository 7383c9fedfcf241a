"""Whether an answer is right, before anything is timed; and what answering takes in memory."""
import hashlib
import json
import subprocess
from dataclasses import dataclass
from itertools import islice

import verify
from comparison import processes
from comparison.competitors import HERE
from workload.answers import comparable

SECONDS = 240


@dataclass
class Checked:
    claims: int = 0
    wrong: int = 0
    first_difference: str = ""
    # Kilobytes; None where nothing can measure it.
    peak_memory: int | None = None
    digest: str = ""
    output_bytes: int = 0


def check_peer(competitor, data, most):
    """Every proposal of a peer beside the right answer."""
    count = min(competitor.checked, most)
    result = Checked()
    with processes.metered(competitor.command("answer", data / "facts.ndjson", count)) as (command, peak_memory):
        with processes.started(command, SECONDS, stdout=subprocess.PIPE) as process, \
                (data / "answers.ndjson").open() as answers:
            for line, right in zip(process.stdout, answers):
                result.claims += 1
                difference = difference_of(line, json.loads(right), competitor)
                if difference:
                    result.wrong += 1
                    result.first_difference = result.first_difference or difference
        result.peak_memory = peak_memory()
    if result.claims != count:
        result.wrong += 1
        result.first_difference = result.first_difference or f"{result.claims} proposals for {count} claims"
    return result


def difference_of(line, right, competitor):
    try:
        proposal = json.loads(line)
        # Some engines wrap what they come to.
        came = comparable(proposal.get("result", proposal), competitor.in_cents)
    except (ValueError, KeyError, TypeError, ArithmeticError) as problem:
        return f"claim {right['id']}: {problem!r}"
    for key in came.keys() - competitor.leaves_out:
        if came[key] != right[key]:
            return f"claim {right['id']}, {key}: {came[key]}, right is {right[key]}"
    return ""


class Digesting:
    """The lines of a stream, with the digest of all of them so far."""

    def __init__(self, stream):
        self.stream, self.sha256, self.size = stream, hashlib.sha256(), 0

    def __iter__(self):
        for line in self.stream:
            self.sha256.update(line)
            self.size += len(line)
            yield line


def check_redress(command, data):
    """Every record beside the right answer."""
    with processes.metered(command) as (command, peak_memory):
        with processes.started(command, SECONDS, stdout=subprocess.PIPE) as process, \
                (data / "answers.ndjson").open() as answers:
            lines = Digesting(process.stdout)
            try:
                claims, wrong, said = verify.verify(lines, answers, shown=1)
            except ValueError as problem:  # one of the two ended before the other
                claims, wrong, said = 0, 1, [str(problem)]
        memory = peak_memory()
    return Checked(claims, wrong, said[0] if said else "", memory, lines.sha256.hexdigest(), lines.size)


def digest_of(command):
    """Of everything it writes."""
    with processes.started(command, SECONDS, stdout=subprocess.PIPE) as process:
        return hashlib.file_digest(process.stdout, "sha256").hexdigest()


def digest_of_generator():
    sources = [HERE / "generate_cases.py", *sorted((HERE / "workload").glob("*.py"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def first_lines(source, target, count):
    with source.open() as lines:
        target.write_text("".join(islice(lines, count)))
