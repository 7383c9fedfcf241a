#!/usr/bin/env python3
"""Compares the records of `redress batch portfolio` with the right answers, line by line. Exits with 1 on a difference.

    redress batch portfolio --rules rules cases.ndjson | ./verify.py answers.ndjson

Amounts, decisions and totals are compared whatever `--reasons` was; the reasons and each line's part of the cap where
the record has them.
"""
import json
import sys

from workload import reasons
from workload.answers import to_cents

BY_RESHIPMENT = {"destroyed_reshipped", "wrong_reshipped"}
REASON_OF_BRANCH = {
    "repair": reasons.REPAIR,
    "repair.beyond_value": reasons.REPAIR_ABOVE_VALUE,
    "destroyed": reasons.DESTROYED_CASH,
    "destroyed_reshipped": reasons.DESTROYED_IN_KIND,
    "wrong": reasons.WRONG_ITEM_DEDUCT,
    "wrong_penalty": reasons.WRONG_ITEM_RESHIP,
    "wrong_reshipped": reasons.WRONG_ITEM_RESHIP,
    "late": reasons.DELAY,
    "late.longest": reasons.DELAY_CAPPED,
    "consequence": reasons.CONSEQUENTIAL,
    "consequence.not_stated": reasons.PURPOSE_NOT_STATED,
    **{f"{item}.no_share": reasons.NO_SHARE
       for item in ("repair", "destroyed", "destroyed_reshipped", "late", "consequence")},
}


class Loss:
    """What the record says of one loss; a wrong item sent again has two lines."""

    def __init__(self):
        self.uncapped = self.in_kind = self.cut = 0
        self.decision = "denied"
        self.reasons = set()

    def take(self, line):
        amount = to_cents(line["payable"])
        if line["item"] in BY_RESHIPMENT:
            self.in_kind += amount
        else:
            self.uncapped += amount
        if line["status"] == "granted" and self.decision != "in-kind":
            self.decision = "in-kind" if line["item"] in BY_RESHIPMENT else "paid"
        elif line["status"] not in ("granted", "denied"):
            self.decision = line["status"]
        if "reason" in line:
            self.reasons.add(line["reason"])
        for branch in line.get("branches", []):
            self.reasons.add(REASON_OF_BRANCH.get(branch, branch))


def losses(proposal):
    """By their number, with what the cap took from each where the record says so."""
    found, by_line = {}, {}
    for line in proposal["lines"]:
        loss = found.setdefault(line["element"], Loss())
        loss.take(line)
        by_line[f'{line["item"]}#{line["index"]}'] = loss
    caps = [one for one in proposal["adjustments"] if one["limit"] == "cap"]
    for line, amount in (part for cap in caps for part in cap.get("spread", {}).items()):
        by_line[line].cut += to_cents(amount)
    return found, caps


def differences(record, answer):
    if "refused" in record:
        yield f"refused: {record['refused'][0]['message']}"
        return
    proposal = record["proposals"][0]
    found, caps = losses(proposal)
    if sorted(found) != list(range(1, len(answer["cash"]) + 1)):
        yield f"losses {sorted(found)}, there are {len(answer['cash'])}"
        return
    has_spread = all("spread" in cap for cap in caps)
    for number, loss in sorted(found.items()):
        at = number - 1
        compared = [("before the cap", loss.uncapped, answer["uncapped"][at]),
                    ("in kind", loss.in_kind, answer["in_kind"][at]),
                    ("decision", loss.decision, answer["decision"][at])]
        if has_spread:
            compared.append(("after the cap", loss.uncapped + loss.cut, answer["cash"][at]))
        if loss.reasons:
            compared.append(("reasons", sorted(loss.reasons), [answer["reason"][at]]))
        for name, came, right in compared:
            if came != right:
                yield f"loss {number}, {name}: {came}, right is {right}"
    totals = proposal["totals"]
    for name, came, right in [
            ("cap", sum(to_cents(cap["amount"]) for cap in caps), sum(answer["cash"]) - sum(answer["uncapped"])),
            ("capped", bool(caps), answer["capped"]),
            ("cash", to_cents(totals["cash"]), answer["cash_total"]),
            ("in kind", to_cents(totals["in_kind"]), answer["in_kind_total"])]:
        if came != right:
            yield f"{name}: {came}, right is {right}"


def verify(records, answers, shown=10):
    """How many records there were, how many of them are wrong, and what the first wrong ones say."""
    count, wrong, said = 0, 0, []
    for line, right in zip(records, answers, strict=True):
        record, answer = json.loads(line), json.loads(right)
        count += 1
        found = list(differences(record, answer))
        if record["case"] != f'c{answer["id"]}':
            found.append(f"in place of c{answer['id']}")
        if found:
            wrong += 1
            if wrong <= shown:
                said.append(f"{record['case']}: {'; '.join(found)}")
    return count, wrong, said


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as answers:
        count, wrong, said = verify(sys.stdin, answers)
    for line in said:
        print(line)
    print(f"{count - wrong} of {count} right")
    return 0 if count and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
