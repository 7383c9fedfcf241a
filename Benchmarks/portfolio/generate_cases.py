#!/usr/bin/env python3
"""Writes the cases of the batch workload, and the right answers, as NDJSON.

The same seed gives the same bytes. Answers are computed with decimal.Decimal, by the specification in README.md.
"""
import argparse
import decimal
import json
import math
import random
from decimal import Decimal
from pathlib import Path

SHARES = [0, 10, 25, 33, 50, 66, 75, 80, 100]
SHARE_WEIGHTS = [8, 5, 10, 8, 15, 8, 10, 6, 30]
PENALTIES = [5, 10, 15, 20]
CENT = Decimal("0.01")

decimal.getcontext().prec = 50


def money(rng, low, high):
    """A log-uniform amount with two decimals, as text."""
    cents = int(round(math.exp(rng.uniform(math.log(low), math.log(high))) * 100))
    return f"{cents // 100}.{cents % 100:02d}"


def loss(rng):
    kind = rng.randrange(5)
    value = money(rng, 20, 50_000)
    if kind == 0:
        return {"kind_of_loss": "damage_repairable", "value": value, "repair_cost": money(rng, 10, 20_000)}
    if kind == 1:
        return {"kind_of_loss": "damage_destroyed", "value": value, "reship": rng.random() < 0.5}
    if kind == 2:
        return {"kind_of_loss": "wrong_item", "value": value, "reship": rng.random() < 0.5,
                "penalty": rng.choice(PENALTIES)}
    if kind == 3:
        return {"kind_of_loss": "delay", "value": value, "days": rng.randint(1, 60)}
    return {"kind_of_loss": "consequential", "value": value, "purpose_stated": rng.random() < 0.5}


def claim(rng):
    share = rng.choices(SHARES, SHARE_WEIGHTS)[0]
    freight = money(rng, 200, 20_000)
    return {"fault": share, "freight": freight, "losses": [loss(rng) for _ in range(rng.randint(1, 8))]}


def case_text(number, facts):
    """The case as Redress reads it."""
    losses = []
    for one in facts["losses"]:
        shown = dict(one)
        for key in ("value", "repair_cost"):
            if key in shown:
                shown[key] += " CNY"
        if "penalty" in shown:
            shown["penalty"] = f'{shown["penalty"]}%'
        if "days" in shown:
            shown["days"] = f'{shown["days"]} days'
        losses.append(shown)
    given = {"fault": f'{facts["fault"]}%', "freight": facts["freight"] + " CNY", "losses": losses}
    return json.dumps({"case": f"c{number}", "policy": "portfolio", "given": given}, separators=(",", ":"))


def cents(amount):
    return amount.quantize(CENT, rounding=decimal.ROUND_HALF_UP)


def settle(facts):
    """Cash and in kind before the cap, a pair for each loss; then the totals."""
    share = Decimal(facts["fault"]) / 100
    pairs = []
    for one in facts["losses"]:
        value, cash, in_kind = Decimal(one["value"]), Decimal(0), Decimal(0)
        match one["kind_of_loss"]:
            case "damage_repairable":
                cash = min(Decimal(one["repair_cost"]), value) * share
            case "damage_destroyed" if one["reship"]:
                in_kind = value * share
            case "damage_destroyed":
                cash = value * share
            case "wrong_item":
                cash = value * one["penalty"] / 100
                if one["reship"]:
                    in_kind = value
                else:
                    cash += value
            case "delay":
                cash = value * min(Decimal("0.005") * one["days"], Decimal("0.2")) * share
            case "consequential":
                cash = value * share if one["purpose_stated"] else Decimal(0)
        pairs.append((cents(cash), cents(in_kind)))
    total = sum(cash for cash, _ in pairs)
    ceiling = 3 * Decimal(facts["freight"])
    capped = [cents(cash * ceiling / total) for cash, _ in pairs] if total > ceiling else [cash for cash, _ in pairs]
    after_cap = sum(capped)
    return {
        "lines": [[str(cash), str(in_kind)] for cash, in_kind in pairs],
        "cap": str(after_cap - total), "cash": str(after_cap - min(Decimal(50), after_cap)),
        "in_kind": str(sum(in_kind for _, in_kind in pairs)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--output", type=Path, required=True, help="a folder")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    arguments.output.mkdir(parents=True, exist_ok=True)
    with (arguments.output / "cases.ndjson").open("w") as cases, (arguments.output / "answers.ndjson").open("w") as answers:
        for number in range(1, arguments.cases + 1):
            facts = claim(rng)
            cases.write(case_text(number, facts) + "\n")
            answers.write(json.dumps({"case": f"c{number}", **settle(facts)}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
