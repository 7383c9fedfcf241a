"""durable_rules, whose network is in C: an event for each loss, the conditions pick exactly one rule.

The library knows conditions only: amounts are Python in the consequents, the sums of a claim are the host's. Rule sets
belong to the process, so the outcome of the last event is kept beside them.
"""
from durable.lang import m, post, ruleset, when_all

from peers import cents
from peers.cents import half_up
from workload import reasons

OUTCOME = {}


def decide(decision, cash, in_kind, reason):
    OUTCOME.update(decision=decision, cash=cash, in_kind=in_kind, reason=reason)


with ruleset("loss"):
    @when_all((m.type == "wrong-item") & (m.reship == True))  # noqa: E712
    def wrong_item_reship(c):
        decide("in-kind", half_up(c.m.value * c.m.penalty_percent, 100), c.m.value, reasons.WRONG_ITEM_RESHIP)

    @when_all((m.type == "wrong-item") & (m.reship == False))  # noqa: E712
    def wrong_item_deduct(c):
        decide("paid", half_up(c.m.value * (100 + c.m.penalty_percent), 100), 0, reasons.WRONG_ITEM_DEDUCT)

    @when_all((m.type == "consequential") & (m.purpose_stated == False))  # noqa: E712
    def purpose_not_stated(c):
        decide("denied", 0, 0, reasons.PURPOSE_NOT_STATED)

    @when_all((m.share == 0) & (m.type != "wrong-item")
              & ((m.type != "consequential") | (m.purpose_stated == True)))  # noqa: E712
    def no_share(c):
        decide("denied", 0, 0, reasons.NO_SHARE)

    @when_all((m.share > 0) & (m.type == "damage-repairable") & (m.repair_above == True))  # noqa: E712
    def repair_above_value(c):
        decide("paid", half_up(c.m.value * c.m.share, 100), 0, reasons.REPAIR_ABOVE_VALUE)

    @when_all((m.share > 0) & (m.type == "damage-repairable") & (m.repair_above == False))  # noqa: E712
    def repair(c):
        decide("paid", half_up(c.m.repair_cost * c.m.share, 100), 0, reasons.REPAIR)

    @when_all((m.share > 0) & (m.type == "damage-destroyed") & (m.reship == True))  # noqa: E712
    def destroyed_in_kind(c):
        decide("in-kind", 0, half_up(c.m.value * c.m.share, 100), reasons.DESTROYED_IN_KIND)

    @when_all((m.share > 0) & (m.type == "damage-destroyed") & (m.reship == False))  # noqa: E712
    def destroyed_cash(c):
        decide("paid", half_up(c.m.value * c.m.share, 100), 0, reasons.DESTROYED_CASH)

    @when_all((m.share > 0) & (m.type == "delay") & (m.days > 40))
    def delay_capped(c):
        decide("paid", half_up(c.m.value * 20 * c.m.share, 10_000), 0, reasons.DELAY_CAPPED)

    @when_all((m.share > 0) & (m.type == "delay") & (m.days <= 40))
    def delay(c):
        decide("paid", half_up(c.m.value * 5 * c.m.days * c.m.share, 100_000), 0, reasons.DELAY)

    @when_all((m.share > 0) & (m.type == "consequential") & (m.purpose_stated == True))  # noqa: E712
    def consequential(c):
        decide("paid", half_up(c.m.value * c.m.share, 100), 0, reasons.CONSEQUENTIAL)


class Peer:
    parse = staticmethod(cents.parse)

    def __init__(self):
        self.serial = 0

    def evaluate(self, case):
        judged, share = [], case["share"]
        for line in case["lines"]:
            OUTCOME.clear()
            self.serial += 1
            # A comparison of two properties of one event is beyond the conditions.
            post("loss", {**line, "id": self.serial, "share": share,
                          "repair_above": line.get("repair_cost", 0) > line["value"]})
            judged.append(dict(OUTCOME))
        return cents.settle(case, judged, cents.cap(judged, case["freight"] * 3))
