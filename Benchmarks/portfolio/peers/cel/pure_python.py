"""The Common Expression Language by cel-python, which evaluates in Python."""
import logging

import celpy

from peers import cents
from peers.cel import rules

logging.getLogger("celpy").setLevel(logging.ERROR)


class Peer:
    parse = staticmethod(cents.parse)

    def __init__(self):
        # The compiled runner turns an expression into Python; the other one walks the tree and is slower.
        environment = celpy.Environment(runner_class=celpy.CompiledRunner)
        self.judge = environment.program(environment.compile(rules.JUDGE_LINES))
        self.cap = environment.program(environment.compile(rules.CAP_LINES))

    def evaluate(self, case):
        context = {"lines": celpy.json_to_cel(case["lines"]), "share": celpy.json_to_cel(case["share"])}
        judged = [{str(key): value for key, value in line.items()} for line in self.judge.evaluate(context)]
        cash = [line["cash"] for line in judged]
        total, limit = sum(int(amount) for amount in cash), case["freight"] * 3
        capped = total > limit
        if capped:
            amounts = self.cap.evaluate({"cash": celpy.celtypes.ListType(cash), "limit": celpy.celtypes.IntType(limit),
                                         "total": celpy.celtypes.IntType(total)})
            for line, amount in zip(judged, amounts):
                line["cash"] = amount
        return cents.settle(case, judged, capped)
