"""Compares what the job wrote with the records of a plain batch over the same cases. Exits with 1 on a difference."""

import argparse
import json
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

from pyspark.sql import SparkSession


def sums(records):
    """What a set of records comes to: numbers of records, and what is payable in all."""
    counts = Counter()
    payable = Decimal(0)
    for record in map(json.loads, records):
        counts["refused" if "refused" in record else "quoted"] += 1
        counts["lines"] += sum(len(proposal["lines"]) for proposal in record.get("proposals", [])[:1])
        payable += sum(Decimal(proposal["totals"]["payable"]) for proposal in record.get("proposals", [])[:1])
    return {**counts, "payable": f"{payable:,}"}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True, help="of the job")
    parser.add_argument("--plain", type=Path, required=True, help="the records of a plain batch")
    arguments = parser.parse_args()
    session = SparkSession.builder.appName("compare").getOrCreate()
    rows = session.read.parquet(arguments.output).orderBy("position").collect()
    session.stop()
    plain = arguments.plain.read_text().splitlines()
    wrong_place = sum(("refused" in json.loads(row.record)) != (row.outcome == "refused") for row in rows)
    differing = sum(
        row.record != record if row.outcome == "quoted" else json.loads(row.record) != json.loads(record)
        for row, record in zip(rows, plain))
    twice = len(rows) - len({row.position for row in rows})
    print("plain batch:", sums(plain))
    print("the cluster:", sums(row.record for row in rows))
    print(f"{len(rows)} records, of a plain batch {len(plain)}; {differing} differ, {twice} came twice, "
          f"{wrong_place} in the wrong folder")
    sys.exit(1 if differing or twice or wrong_place or len(rows) != len(plain) or not rows else 0)


if __name__ == "__main__":
    main()
