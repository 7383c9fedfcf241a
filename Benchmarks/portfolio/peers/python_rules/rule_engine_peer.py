"""rule-engine: typed expressions over decimals, compiled once; the host asks them in order and adds up."""
import json
from decimal import ROUND_HALF_UP, Decimal

import rule_engine

from workload import reasons

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
DEDUCTIBLE = Decimal("50.00")

LINE_RULES = [  # condition, decision, cash, in kind and reason, the first that holds
    ('type == "wrong-item" and reship', "in-kind", "value * penalty_percent / 100", "value", reasons.WRONG_ITEM_RESHIP),
    ('type == "wrong-item"', "paid", "value + value * penalty_percent / 100", None, reasons.WRONG_ITEM_DEDUCT),
    ('type == "consequential" and not purpose_stated', "denied", None, None, reasons.PURPOSE_NOT_STATED),
    ('share == 0', "denied", None, None, reasons.NO_SHARE),
    ('type == "damage-repairable" and repair_cost > value', "paid", "value * share / 100", None,
     reasons.REPAIR_ABOVE_VALUE),
    ('type == "damage-repairable"', "paid", "repair_cost * share / 100", None, reasons.REPAIR),
    ('type == "damage-destroyed" and reship', "in-kind", None, "value * share / 100", reasons.DESTROYED_IN_KIND),
    ('type == "damage-destroyed"', "paid", "value * share / 100", None, reasons.DESTROYED_CASH),
    ('type == "delay" and days > 40', "paid", "value * 0.20 * share / 100", None, reasons.DELAY_CAPPED),
    ('type == "delay"', "paid", "value * 0.005 * days * share / 100", None, reasons.DELAY),
    ('type == "consequential"', "paid", "value * share / 100", None, reasons.CONSEQUENTIAL),
]


def cents(amount):
    return amount.quantize(CENT, ROUND_HALF_UP)


class Peer:
    def __init__(self):
        context = rule_engine.Context(default_value=None)

        def rule(expression):
            return expression and rule_engine.Rule(expression, context=context)

        self.lines = [(rule(condition), decision, rule(cash), rule(in_kind), reason)
                      for condition, decision, cash, in_kind, reason in LINE_RULES]
        self.cap = rule("cash * limit / total")
        self.exceeds = rule("total > limit")

    def parse(self, line):
        return json.loads(line, parse_float=Decimal)

    def judge(self, facts):
        for condition, decision, cash, in_kind, reason in self.lines:
            if condition.matches(facts):
                return {"type": facts["type"], "decision": decision, "reason": reason,
                        "cash": cents(cash.evaluate(facts)) if cash else ZERO,
                        "in_kind": cents(in_kind.evaluate(facts)) if in_kind else ZERO}
        raise ValueError(facts)

    def evaluate(self, case):
        share = case["share"]
        judged = [self.judge({**line, "share": share}) for line in case["lines"]]
        total, limit = sum((line["cash"] for line in judged), ZERO), case["freight"] * 3
        capped = self.exceeds.matches({"total": total, "limit": limit})
        if capped:
            for line in judged:
                line["cash"] = cents(self.cap.evaluate({"cash": line["cash"], "limit": limit, "total": total}))
            total = sum((line["cash"] for line in judged), ZERO)
        deductible = min(DEDUCTIBLE, total)
        return {"id": case["id"], "lines": judged, "capped": capped, "deductible": deductible,
                "cash_total": total - deductible, "in_kind_total": sum((line["in_kind"] for line in judged), ZERO)}
