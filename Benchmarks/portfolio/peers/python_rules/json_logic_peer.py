"""JSON Logic by panzi-json-logic, in Python: the rules are documents of operations, sums included, over doubles."""
from json_logic import jsonLogic

from peers import cents
from workload import reasons


def var(name):
    return {"var": name}


def half_up(numerator, denominator):
    # There is no rounding; x - x % 1 would round down, and twice the denominator keeps everything whole.
    def times_two(number):
        return 2 * number if isinstance(number, int) else {"*": [2, number]}

    raised = {"+": [times_two(numerator), denominator]}
    return {"/": [{"-": [raised, {"%": [raised, times_two(denominator)]}]}, times_two(denominator)]}


def outcome(decision, cash, in_kind, reason):
    return [decision, cash, in_kind, reason]


def is_type(name):
    return {"==": [var("type"), name]}


def times(*factors):
    return {"*": list(factors)}


SHARE, VALUE = var("share"), var("value")
JUDGE = {"if": [
    {"and": [is_type("wrong-item"), var("reship")]},
    outcome("in-kind", half_up(times(VALUE, var("penalty_percent")), 100), VALUE, reasons.WRONG_ITEM_RESHIP),
    is_type("wrong-item"),
    outcome("paid", half_up({"+": [times(VALUE, 100), times(VALUE, var("penalty_percent"))]}, 100), 0,
            reasons.WRONG_ITEM_DEDUCT),
    {"and": [is_type("consequential"), {"!": [var("purpose_stated")]}]},
    outcome("denied", 0, 0, reasons.PURPOSE_NOT_STATED),
    {"==": [SHARE, 0]}, outcome("denied", 0, 0, reasons.NO_SHARE),
    {"and": [is_type("damage-repairable"), {">": [var("repair_cost"), VALUE]}]},
    outcome("paid", half_up(times(VALUE, SHARE), 100), 0, reasons.REPAIR_ABOVE_VALUE),
    is_type("damage-repairable"), outcome("paid", half_up(times(var("repair_cost"), SHARE), 100), 0, reasons.REPAIR),
    {"and": [is_type("damage-destroyed"), var("reship")]},
    outcome("in-kind", 0, half_up(times(VALUE, SHARE), 100), reasons.DESTROYED_IN_KIND),
    is_type("damage-destroyed"), outcome("paid", half_up(times(VALUE, SHARE), 100), 0, reasons.DESTROYED_CASH),
    {"and": [is_type("delay"), {">": [var("days"), 40]}]},
    outcome("paid", half_up(times(VALUE, 20, SHARE), 10_000), 0, reasons.DELAY_CAPPED),
    is_type("delay"), outcome("paid", half_up(times(VALUE, 5, var("days"), SHARE), 100_000), 0, reasons.DELAY),
    outcome("paid", half_up(times(VALUE, SHARE), 100), 0, reasons.CONSEQUENTIAL),
]}
TOTAL = {"reduce": [var("cash"), {"+": [var("current"), var("accumulator")]}, 0]}
CAP = half_up(times(var("cash"), var("limit")), var("total"))
DEDUCTIBLE = {"min": [cents.DEDUCTIBLE, var("total")]}


class Peer:
    parse = staticmethod(cents.parse)

    def evaluate(self, case):
        share = case["share"]
        judged = [list(jsonLogic(JUDGE, {**line, "share": share})) for line in case["lines"]]
        total = jsonLogic(TOTAL, {"cash": [line[1] for line in judged]})
        limit = case["freight"] * 3
        capped = total > limit
        if capped:
            for line in judged:
                line[1] = jsonLogic(CAP, {"cash": line[1], "limit": limit, "total": total})
            total = jsonLogic(TOTAL, {"cash": [line[1] for line in judged]})
        deductible = jsonLogic(DEDUCTIBLE, {"total": total})
        return {"id": case["id"], "capped": capped, "deductible": deductible, "cash_total": total - deductible,
                "lines": [dict(zip(("decision", "cash", "in_kind", "reason"), line)) for line in judged],
                "in_kind_total": sum(line[2] for line in judged)}
