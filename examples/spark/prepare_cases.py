"""Damages some of the cases of an NDJSON file, and makes a data set of all, in partitions as a warehouse would hold them.

Writes the damaged file too, for a plain batch to be compared with.
"""

import argparse
from pathlib import Path

from pyspark.sql import SparkSession


def damaged(number, line):
    """Every hundredth case as it comes from a bad export, in one of several ways."""
    if number % 100:
        return line
    return [
        line[: len(line) // 2],                                   # cut off
        line.replace(b'"fault":"', b'"fault":"\xff\xfe'),         # no UTF-8
        line.replace(b"portfolio", b"misdelivery"),               # a case of another policy
        line.replace(b"CNY", b"EUR", 1),                          # an amount in another currency
        b"\x00" * 40,
        b"",                                                      # no case at all, and no error
        line.replace(b'"fault":"', b'"fault":"4'),                # more than all, most times
        b"[" + line + b"," + line + b"]",                         # two cases
    ][number // 100 % 8]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--damaged", type=Path, required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--partitions", type=int, default=8)
    arguments = parser.parse_args()
    with arguments.cases.open("rb") as lines:
        rows = [(number, damaged(number, line.rstrip(b"\n"))) for number, line in enumerate(lines, start=1)]
    with arguments.damaged.open("wb") as file:
        file.writelines(line + b"\n" for _, line in rows)
    session = SparkSession.builder.appName("cases").getOrCreate()
    data = session.createDataFrame(
        session.sparkContext.parallelize([(n, bytearray(line)) for n, line in rows], arguments.partitions),
        "position long, case binary")
    # Mixed, as nothing may depend on where a case lies.
    data.repartition(arguments.partitions).write.parquet(arguments.output)
    session.stop()


if __name__ == "__main__":
    main()
