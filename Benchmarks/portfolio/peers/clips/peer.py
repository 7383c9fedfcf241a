"""CLIPS by clipspy: forward chaining over one claim at a time."""
from pathlib import Path

import clips

from peers import cents

RULES = Path(__file__).with_name("portfolio.clp")
NUMBERS = {"value": "value", "repair_cost": "repair-cost", "penalty_percent": "penalty-percent", "days": "days"}
CONDITIONS = {"reship": "reship", "purpose_stated": "purpose-stated"}


class Peer:
    # clipspy 1.0.6 gets slower with every reset() of an environment, after 3,000 claims six times; so it gets a new
    # one every so many claims, and what that costs is inside the figures.
    CLAIMS_OF_AN_ENVIRONMENT = 100

    parse = staticmethod(cents.parse)

    def __init__(self):
        self.renew()

    def renew(self):
        self.left = self.CLAIMS_OF_AN_ENVIRONMENT
        self.environment = clips.Environment()
        self.environment.load(str(RULES))
        self.claim = self.environment.find_template("claim")
        self.loss = self.environment.find_template("loss")

    def evaluate(self, case):
        self.left -= 1
        if self.left < 0:
            self.renew()
        environment, limit = self.environment, case["freight"] * 3
        environment.reset()
        self.claim.assert_fact(share=case["share"], limit=limit)
        for number, line in enumerate(case["lines"]):
            slots = {slot: line[key] for key, slot in NUMBERS.items() if key in line}
            slots.update((slot, clips.Symbol("TRUE" if line[key] else "FALSE"))
                         for key, slot in CONDITIONS.items() if key in line)
            self.loss.assert_fact(n=number, type=clips.Symbol(line["type"]), **slots)
        environment.run()
        judged, capped = [None] * len(case["lines"]), False
        for fact in environment.facts():
            name = fact.template.name
            if name == "award":
                judged[fact["n"]] = {"decision": str(fact["decision"]), "cash": fact["cash"],
                                     "in_kind": fact["in-kind"], "reason": fact["reason"]}
            elif name == "total":
                capped = fact["cash"] > limit
        return cents.settle(case, judged, capped)
