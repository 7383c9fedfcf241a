"""Shared by the peers that compute on whole cents: reading the facts, rounding, the sums of a claim."""
import json

DEDUCTIBLE = 5000


def parse(line):
    # Money is the only kind of number with a decimal point in the facts, and has two decimals.
    return json.loads(line, parse_float=lambda digits: int(digits.replace(".", "")))


def half_up(numerator, denominator):
    return (2 * numerator + denominator) // (2 * denominator)


def cap(judged, limit):
    """Cuts the cash of each line if together they are above the limit; says whether it did."""
    total = sum(line["cash"] for line in judged)
    if total <= limit:
        return False
    for line in judged:
        line["cash"] = half_up(line["cash"] * limit, total)
    return True


def settle(case, judged, capped):
    """The proposal from lines that have decision, cash, in_kind and reason."""
    total = sum(line["cash"] for line in judged)
    deductible = min(DEDUCTIBLE, total)
    return {"id": case["id"], "lines": judged, "capped": capped, "deductible": deductible,
            "cash_total": total - deductible, "in_kind_total": sum(line["in_kind"] for line in judged)}
