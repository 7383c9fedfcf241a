"""The Common Expression Language by the wheel common-expression-language, which evaluates in Rust."""
import cel

from peers import cents
from peers.cel import rules


class Peer:
    parse = staticmethod(cents.parse)

    def __init__(self):
        self.judge = cel.compile(rules.JUDGE_LINES)
        self.cap = cel.compile(rules.CAP_LINES)

    def evaluate(self, case):
        judged = self.judge.execute({"lines": case["lines"], "share": case["share"]})
        cash = [line["cash"] for line in judged]
        total, limit = sum(cash), case["freight"] * 3
        capped = total > limit
        if capped:
            for line, amount in zip(judged, self.cap.execute({"cash": cash, "limit": limit, "total": total})):
                line["cash"] = amount
        return cents.settle(case, judged, capped)
