"""business-rules: conditions as JSON over declared variables set off declared actions, the first that holds for a line.

The library knows conditions only: amounts are Python in the actions, as its documentation has it.
"""
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (BaseVariables, boolean_rule_variable, numeric_rule_variable,
                                      string_rule_variable)

from peers import cents
from peers.cents import half_up
from workload import reasons


class LineVariables(BaseVariables):
    def __init__(self, line, share):
        self.line, self.carrier_share = line, share

    @string_rule_variable
    def type(self):
        return self.line["type"]

    @boolean_rule_variable
    def reship(self):
        return self.line.get("reship", False)

    @boolean_rule_variable
    def purpose_stated(self):
        return self.line.get("purpose_stated", False)

    @numeric_rule_variable
    def share(self):
        return self.carrier_share

    @numeric_rule_variable
    def days(self):
        return self.line.get("days", 0)

    @numeric_rule_variable
    def repair_above_value(self):
        return self.line.get("repair_cost", 0) - self.line["value"]


class LineActions(BaseActions):
    AMOUNTS = {
        "zero": lambda line, share: 0,
        "value": lambda line, share: line["value"],
        "penalty": lambda line, share: half_up(line["value"] * line["penalty_percent"], 100),
        "value_and_penalty": lambda line, share: half_up(line["value"] * (100 + line["penalty_percent"]), 100),
        "value_by_share": lambda line, share: half_up(line["value"] * share, 100),
        "repair_by_share": lambda line, share: half_up(line["repair_cost"] * share, 100),
        "delay": lambda line, share: half_up(line["value"] * 5 * line["days"] * share, 100_000),
        "delay_capped": lambda line, share: half_up(line["value"] * 20 * share, 10_000),
    }

    def __init__(self, line, share):
        self.line, self.share, self.outcome = line, share, None

    @rule_action(params={"decision": FIELD_TEXT, "cash": FIELD_TEXT, "in_kind": FIELD_TEXT, "reason": FIELD_TEXT})
    def decide(self, decision, cash, in_kind, reason):
        self.outcome = {"decision": decision, "cash": self.AMOUNTS[cash](self.line, self.share),
                        "in_kind": self.AMOUNTS[in_kind](self.line, self.share), "reason": reason}


def condition(name, operator, value):
    return {"name": name, "operator": operator, "value": value}


def of_type(name, *more):
    return {"all": [condition("type", "equal_to", name), *more]}


def rule(conditions, decision, cash, in_kind, reason):
    return {"conditions": conditions, "actions": [{"name": "decide", "params": {
        "decision": decision, "cash": cash, "in_kind": in_kind, "reason": reason}}]}


RESHIP = condition("reship", "is_true", True)
RULES = [
    rule(of_type("wrong-item", RESHIP), "in-kind", "penalty", "value", reasons.WRONG_ITEM_RESHIP),
    rule(of_type("wrong-item"), "paid", "value_and_penalty", "zero", reasons.WRONG_ITEM_DEDUCT),
    rule(of_type("consequential", condition("purpose_stated", "is_false", True)), "denied", "zero", "zero",
         reasons.PURPOSE_NOT_STATED),
    rule({"all": [condition("share", "equal_to", 0)]}, "denied", "zero", "zero", reasons.NO_SHARE),
    rule(of_type("damage-repairable", condition("repair_above_value", "greater_than", 0)), "paid", "value_by_share",
         "zero", reasons.REPAIR_ABOVE_VALUE),
    rule(of_type("damage-repairable"), "paid", "repair_by_share", "zero", reasons.REPAIR),
    rule(of_type("damage-destroyed", RESHIP), "in-kind", "zero", "value_by_share", reasons.DESTROYED_IN_KIND),
    rule(of_type("damage-destroyed"), "paid", "value_by_share", "zero", reasons.DESTROYED_CASH),
    rule(of_type("delay", condition("days", "greater_than", 40)), "paid", "delay_capped", "zero", reasons.DELAY_CAPPED),
    rule(of_type("delay"), "paid", "delay", "zero", reasons.DELAY),
    rule(of_type("consequential"), "paid", "value_by_share", "zero", reasons.CONSEQUENTIAL),
]


class Peer:
    parse = staticmethod(cents.parse)

    def evaluate(self, case):
        share, judged = case["share"], []
        for line in case["lines"]:
            actions = LineActions(line, share)
            run_all(rule_list=RULES, defined_variables=LineVariables(line, share), defined_actions=actions,
                    stop_on_first_trigger=True)
            judged.append(actions.outcome)
        return cents.settle(case, judged, cents.cap(judged, case["freight"] * 3))
