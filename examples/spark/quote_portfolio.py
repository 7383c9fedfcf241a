"""Quotes a data set of cases with `redress batch`, one worker process for each partition.

The input is a folder of Parquet files with two columns: `position`, a number that says which case it is, and `case`, the
bytes of its JSON. The output has the same numbers and a record for each case, in two folders: `outcome=quoted`, and
`outcome=refused` for the cases that could not be quoted. Rows stand in no order; the numbers give it back.
"""

import argparse
import json
import queue
import subprocess
import threading

from pyspark.sql import SparkSession

SCHEMA = "position long, outcome string, record string"
BLANK = b" \t\r"


class WorkerFailed(Exception):
    """A worker left its answers in doubt. Spark tries the partition again, and gives up the job if that does not help."""


class Worker:
    """One `redress batch`: cases in, records out, in the same order, whatever their number.

    A thread hands the cases over while the records are read, so that neither pipe fills up with nobody at its other end.
    """

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.positions = queue.SimpleQueue()
        self.failure = None

    def hand_over(self, rows):
        try:
            for position, case in rows:
                if case is None or not case.strip(BLANK):
                    continue  # A batch passes over blank lines, too.
                self.positions.put(position)
                # A case spread over rows comes on one line. (A carriage return counts as a blank between the parts of a
                # case, and within a text it is as wrong as the line break was.)
                self.process.stdin.write(bytes(case).replace(b"\n", b"\r") + b"\n")
        except BrokenPipeError:
            pass  # The worker is gone; its status says why.
        except Exception as failure:
            self.failure = failure
        finally:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass

    def next_position(self):
        # It was put down before its case was handed over, so it is there.
        try:
            return self.positions.get_nowait()
        except queue.Empty:
            raise WorkerFailed("redress batch gave more records than it got cases") from None

    def records(self, rows):
        """Pairs of a position and a record."""
        thread = threading.Thread(target=self.hand_over, args=(rows,), daemon=True)
        thread.start()
        try:
            for record in self.process.stdout:
                yield self.next_position(), record.rstrip(b"\n")
            status = self.process.wait()
            thread.join()
            if self.failure is not None:
                raise WorkerFailed("the cases could not be read") from self.failure
            # 1 says that some cases were refused, which is no failure.
            if status not in (0, 1):
                raise WorkerFailed(f"redress batch ended with status {status}")
            if not self.positions.empty():
                raise WorkerFailed("redress batch left cases without a record")
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()


def numbered(record, position):
    """A refusal with the number of its case in place of the number of its line in one worker's input."""
    old = f"line {record['line']}"
    record["line"] = position
    for finding in record["refused"]:
        for place in [finding["place"], *(label["place"] for label in finding["labels"])]:
            if place is not None and place["file"] == old:
                place["file"] = f"line {position}"
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def outcome(position, record):
    # A look at the text spares most records the parsing. A quote may have these letters in it, so it is only a look.
    if b'"refused":[' in record:
        found = json.loads(record)
        if "refused" in found:
            return position, "refused", numbered(found, position)
    return position, "quoted", record.decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--redress", required=True, help="the executable, at this path on every machine")
    parser.add_argument("--rules", required=True, help="the rule book, at this path on every machine")
    parser.add_argument("--policy", required=True)
    parser.add_argument("--reasons", default="codes", choices=["none", "codes", "full"])
    arguments = parser.parse_args()
    command = [
        arguments.redress, "batch", arguments.policy, "--rules", arguments.rules, "--reasons", arguments.reasons,
        # Spark has a task for each core already.
        "--jobs", "1",
    ]

    def quote(rows):
        return (outcome(position, record) for position, record in Worker(command).records(rows))

    session = SparkSession.builder.appName("redress").getOrCreate()
    cases = session.read.parquet(arguments.input).select("position", "case")
    records = session.createDataFrame(cases.rdd.mapPartitions(quote), SCHEMA)
    records.write.partitionBy("outcome").parquet(arguments.output, mode="errorifexists")
    session.stop()


if __name__ == "__main__":
    main()
