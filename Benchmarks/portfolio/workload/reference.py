"""The right answers: the rules of README.md in plain Python over decimal.Decimal."""
import json
from decimal import ROUND_HALF_UP, Decimal

from workload import reasons

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
HUNDRED = Decimal(100)
DEDUCTIBLE = Decimal("50.00")
DAILY_RATE = Decimal("0.005")
HIGHEST_RATE = Decimal("0.20")


def cents(amount):
    return amount.quantize(CENT, ROUND_HALF_UP)


def parse(line):
    return json.loads(line, parse_float=Decimal, parse_int=Decimal)


def judge(line, share):
    """Decision, cash, in kind and reason of one loss, before the cap."""
    kind, value = line["type"], line["value"]
    if kind == "wrong-item":
        penalty = value * line["penalty_percent"] / HUNDRED
        if line["reship"]:
            return "in-kind", cents(penalty), cents(value), reasons.WRONG_ITEM_RESHIP
        return "paid", cents(value + penalty), ZERO, reasons.WRONG_ITEM_DEDUCT
    if kind == "consequential" and not line["purpose_stated"]:
        return "denied", ZERO, ZERO, reasons.PURPOSE_NOT_STATED
    if share == 0:
        return "denied", ZERO, ZERO, reasons.NO_SHARE
    if kind == "damage-repairable":
        if line["repair_cost"] > value:
            return "paid", cents(value * share), ZERO, reasons.REPAIR_ABOVE_VALUE
        return "paid", cents(line["repair_cost"] * share), ZERO, reasons.REPAIR
    if kind == "damage-destroyed":
        if line["reship"]:
            return "in-kind", ZERO, cents(value * share), reasons.DESTROYED_IN_KIND
        return "paid", cents(value * share), ZERO, reasons.DESTROYED_CASH
    if kind == "delay":
        rate = DAILY_RATE * line["days"]
        if rate > HIGHEST_RATE:
            return "paid", cents(value * HIGHEST_RATE * share), ZERO, reasons.DELAY_CAPPED
        return "paid", cents(value * rate * share), ZERO, reasons.DELAY
    if kind == "consequential":
        return "paid", cents(value * share), ZERO, reasons.CONSEQUENTIAL
    raise ValueError(f"unknown loss {kind!r}")


def evaluate(case):
    """The proposal for a claim."""
    share = case["share"] / HUNDRED
    judged = [judge(line, share) for line in case["lines"]]
    total = sum((cash for _, cash, _, _ in judged), ZERO)
    limit = case["freight"] * 3
    capped = total > limit
    if capped:
        judged = [(decision, cents(cash * limit / total), in_kind, reason)
                  for decision, cash, in_kind, reason in judged]
        total = sum((cash for _, cash, _, _ in judged), ZERO)
    deductible = min(DEDUCTIBLE, total)
    return {
        "id": int(case["id"]),
        "lines": [{"type": line["type"], "decision": decision, "cash": cash, "in_kind": in_kind, "reason": reason}
                  for line, (decision, cash, in_kind, reason) in zip(case["lines"], judged)],
        "capped": capped,
        "deductible": deductible,
        "cash_total": total - deductible,
        "in_kind_total": sum((in_kind for _, _, in_kind, _ in judged), ZERO),
    }
