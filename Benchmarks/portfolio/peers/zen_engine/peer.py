"""zen-engine of GoRules (Rust, decimal arithmetic) by its Python binding."""
import json
import re

import zen

from peers.zen_engine.decision_model import decision_model

SECONDS = {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0}


class Peer:
    """One call a claim; with `batch`, one call for so many."""

    def __init__(self, trace=False, batch=None, by_own_timer=False):
        content = json.dumps(decision_model())
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {"portfolio": json.loads(content)}}})
        self.decision = self.engine.create_decision(content)
        self.options = {"trace": trace}
        if by_own_timer:
            self.own_seconds = self.seconds_it_reports
        if batch:
            self.batch = batch
            self.evaluate_all = self.evaluate_batch

    def parse(self, line):
        return json.loads(line)

    def evaluate(self, case):
        return self.decision.evaluate(case, self.options)

    def parse_all(self, lines):
        return [json.loads(line) for line in lines]

    def evaluate_batch(self, cases):
        return self.engine.evaluate_batch([{"key": "portfolio", "context": case} for case in cases], self.options)

    def texts(self, results, cases):
        return [json.dumps(result["data"]) for result in results]

    def seconds_it_reports(self, case):
        """Without the way from Python and back."""
        number, unit = re.fullmatch(r"([\d.]+)\s*(\D+)", self.evaluate(case)["performance"]).groups()
        return float(number) * SECONDS[unit.strip().replace("\u03bc", "µ")]
