#!/usr/bin/env python3
"""Writes the claims of the workload, as Redress and as the peers read them, and the right answers, all as NDJSON.

The same seed gives the same bytes. The answers are computed with decimal.Decimal, by the rules in README.md.
"""
import argparse
import decimal
import json
import random
from pathlib import Path

from workload import claims, reference
from workload.answers import comparable, to_cents

DEFAULT_CASES = 200_000
DEFAULT_SEED = 20260101


def answer_text(facts):
    """With what the lines give in cash before the cap, which Redress shows and the peers do not."""
    share = facts["share"] / reference.HUNDRED
    uncapped = [to_cents(reference.judge(line, share)[1]) for line in facts["lines"]]
    return json.dumps({**comparable(reference.evaluate(facts)), "uncapped": uncapped}, separators=(",", ":"))


def generate(folder, cases=DEFAULT_CASES, seed=DEFAULT_SEED):
    """Writes cases.ndjson (for Redress), facts.ndjson (for the peers) and answers.ndjson into the folder."""
    decimal.getcontext().prec = 50
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "cases.ndjson").open("w") as for_redress, (folder / "facts.ndjson").open("w") as for_peers, \
            (folder / "answers.ndjson").open("w") as answers:
        for number in range(1, cases + 1):
            claim = claims.claim(rng, number)
            text = claims.peer_text(claim)
            for_peers.write(text + "\n")
            for_redress.write(claims.redress_text(claim) + "\n")
            answers.write(answer_text(reference.parse(text)) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=DEFAULT_CASES)
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--output", type=Path, required=True, help="a folder")
    arguments = parser.parse_args()
    generate(arguments.output, arguments.cases, arguments.seed)


if __name__ == "__main__":
    main()
