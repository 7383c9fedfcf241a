#!/usr/bin/env python3
"""Compares the records of `redress batch portfolio` with the right answers, line by line. Exits with 1 on a difference."""
import json
import sys
from decimal import Decimal

IN_KIND = {"destroyed_reshipped", "wrong_reshipped"}


def differences(record, answer):
    if "refused" in record:
        yield f"refused: {record['refused'][0]['message']}"
        return
    proposal = record["proposals"][0]
    paid = {}
    for line in proposal["lines"]:
        place = 1 if line["item"] in IN_KIND else 0
        pair = paid.setdefault(line["element"], ["0.00", "0.00"])
        pair[place] = line["payable"]
    for element, pair in enumerate(answer["lines"], start=1):
        if paid.get(element) != pair:
            yield f"loss {element}: {paid.get(element)}, right is {pair}"
    totals = proposal["totals"]
    cap = sum(Decimal(one["amount"]) for one in proposal["adjustments"] if one["limit"] == "cap")
    for name, came, right in [("cap", cap, answer["cap"]), ("cash", totals["cash"], answer["cash"]),
                              ("in kind", totals["in_kind"], answer["in_kind"])]:
        if Decimal(came) != Decimal(right):
            yield f"{name}: {came}, right is {right}"


def main():
    records, answers = sys.argv[1:3]
    count = wrong = 0
    with open(records) as came, open(answers) as right:
        for record, answer in zip(came, right, strict=True):
            record, answer = json.loads(record), json.loads(answer)
            count += 1
            found = list(differences(record, answer))
            if record["case"] != answer["case"]:
                found.append(f"in place of {answer['case']}")
            if found:
                wrong += 1
                if wrong <= 10:
                    print(f"{record['case']}: {'; '.join(found)}")
    print(f"{count - wrong} of {count} right")
    sys.exit(0 if wrong == 0 else 1)


if __name__ == "__main__":
    main()
