"""One comparable form of anybody's proposal: whole cents, decisions, reasons."""
from decimal import Decimal


def to_cents(amount, in_cents=False):
    """Money (a number or a text) as whole cents; refuses a fraction of a cent."""
    if isinstance(amount, float):
        # The nearest binary fraction to an amount in cents, but nothing that was left unrounded.
        exact = amount if in_cents else amount * 100
        whole = round(exact)
        if abs(exact - whole) > 1e-3:
            raise ValueError(f"{amount!r} is not a whole number of cents")
        return whole
    exact = Decimal(amount) if in_cents else Decimal(amount) * 100
    if exact != exact.to_integral_value():
        raise ValueError(f"{amount!r} is not a whole number of cents")
    return int(exact)


def comparable(proposal, in_cents=False):
    lines = proposal["lines"]
    return {
        "id": int(proposal["id"]),
        "cash": [to_cents(line["cash"], in_cents) for line in lines],
        "in_kind": [to_cents(line["in_kind"], in_cents) for line in lines],
        "decision": [line.get("decision") for line in lines],
        "reason": [line.get("reason") for line in lines],
        "capped": bool(proposal["capped"]),
        "deductible": to_cents(proposal["deductible"], in_cents),
        "cash_total": to_cents(proposal["cash_total"], in_cents),
        "in_kind_total": to_cents(proposal["in_kind_total"], in_cents),
    }
