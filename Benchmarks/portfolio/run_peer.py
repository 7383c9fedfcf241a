#!/usr/bin/env python3
"""Runs one peer that is hosted in Python.

    run_peer.py PEER answer FACTS COUNT    answers the first COUNT claims, NDJSON on standard output
    run_peer.py PEER time FACTS COUNT      one JSON object: microseconds of processor time a claim

A module of a peer has a class `Peer` with `parse(line)`, `evaluate(case)` and, unless json.dumps will do,
`text(result)`. One that works on many claims at once has `batch` (how many), `parse_all(lines)`, `evaluate_all(cases)`
and `texts(result, cases)` instead.
"""
import gc
import json
import sys
import time
from itertools import islice

from peers.registry import HOSTED

NOT_INSTALLED = 3


class OneByOne:
    """Results are dropped at once: keeping them would time the garbage collector."""

    def __init__(self, peer):
        self.peer = peer
        self.text = getattr(peer, "text", lambda result: json.dumps(result, default=str))

    def parse(self, lines):
        return [self.peer.parse(line) for line in lines]

    def evaluate(self, cases):
        evaluate = self.peer.evaluate
        for case in cases:
            evaluate(case)

    def answer(self, lines):
        parse, evaluate, text = self.peer.parse, self.peer.evaluate, self.text
        for line in lines:
            yield text(evaluate(parse(line)))


class InBatches:
    def __init__(self, peer):
        self.peer = peer

    def parse(self, lines):
        return [self.peer.parse_all(batch) for batch in self.batches(lines)]

    def evaluate(self, batches):
        for cases in batches:
            self.peer.evaluate_all(cases)

    def answer(self, lines):
        for batch in self.batches(lines):
            cases = self.peer.parse_all(batch)
            yield from self.peer.texts(self.peer.evaluate_all(cases), cases)

    def batches(self, lines):
        lines = iter(lines)
        while batch := list(islice(lines, self.peer.batch)):
            yield batch


def seconds(work):
    """Of this process's processor time, all threads."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def measure(peer, runner, lines):
    cases = runner.parse(lines)
    runner.evaluate(cases[:max(1, len(cases) // 5)])  # whatever is made on first use
    evaluating = seconds(lambda: runner.evaluate(cases))
    if hasattr(peer, "own_seconds"):
        # The other figures would be those of the same peer by the common clock.
        return {"evaluate_us": sum(peer.own_seconds(case) for case in cases) / len(lines) * 1e6}
    answering = seconds(lambda: sum(len(text) for text in runner.answer(lines)))
    return {"evaluate_us": evaluating / len(lines) * 1e6, "json_us": answering / len(lines) * 1e6}


def main():
    name, mode, facts, count = sys.argv[1:]
    try:
        peer = HOSTED[name].make()
    except ImportError as problem:
        print(problem, file=sys.stderr)
        return NOT_INSTALLED
    runner = InBatches(peer) if hasattr(peer, "evaluate_all") else OneByOne(peer)
    with open(facts) as stream:
        lines = islice(stream, int(count))
        if mode == "answer":
            for text in runner.answer(lines):
                print(text)
        else:
            print(json.dumps(measure(peer, runner, list(lines))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
