"""The rules in plain Python over whole cents: what careful Python comes to without decimal."""
from peers import cents
from peers.cents import half_up
from workload import reasons


def judge(line, share):
    """Decision, cash, in kind and reason of one loss."""
    kind, value = line["type"], line["value"]
    if kind == "wrong-item":
        penalty = value * line["penalty_percent"]
        if line["reship"]:
            return "in-kind", half_up(penalty, 100), value, reasons.WRONG_ITEM_RESHIP
        return "paid", half_up(value * 100 + penalty, 100), 0, reasons.WRONG_ITEM_DEDUCT
    if kind == "consequential" and not line["purpose_stated"]:
        return "denied", 0, 0, reasons.PURPOSE_NOT_STATED
    if share == 0:
        return "denied", 0, 0, reasons.NO_SHARE
    if kind == "damage-repairable":
        if line["repair_cost"] > value:
            return "paid", half_up(value * share, 100), 0, reasons.REPAIR_ABOVE_VALUE
        return "paid", half_up(line["repair_cost"] * share, 100), 0, reasons.REPAIR
    if kind == "damage-destroyed":
        if line["reship"]:
            return "in-kind", 0, half_up(value * share, 100), reasons.DESTROYED_IN_KIND
        return "paid", half_up(value * share, 100), 0, reasons.DESTROYED_CASH
    if kind == "delay":
        if line["days"] > 40:
            return "paid", half_up(value * 20 * share, 10_000), 0, reasons.DELAY_CAPPED
        return "paid", half_up(value * 5 * line["days"] * share, 100_000), 0, reasons.DELAY
    return "paid", half_up(value * share, 100), 0, reasons.CONSEQUENTIAL


class Peer:
    parse = staticmethod(cents.parse)

    @staticmethod
    def evaluate(case):
        share = case["share"]
        judged = [judge(line, share) for line in case["lines"]]
        total = sum(line[1] for line in judged)
        limit = case["freight"] * 3
        capped = total > limit
        if capped:
            judged = [(decision, half_up(cash * limit, total), in_kind, reason)
                      for decision, cash, in_kind, reason in judged]
            total = sum(line[1] for line in judged)
        deductible = min(cents.DEDUCTIBLE, total)
        return {
            "id": case["id"],
            "lines": [{"type": line["type"], "decision": decision, "cash": cash, "in_kind": in_kind, "reason": reason}
                      for line, (decision, cash, in_kind, reason) in zip(case["lines"], judged)],
            "capped": capped, "deductible": deductible, "cash_total": total - deductible,
            "in_kind_total": sum(line[2] for line in judged),
        }
