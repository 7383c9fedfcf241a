"""The rules as texts of the Common Expression Language, over whole cents: it has int and double, no decimal.

It has no fold either, so the host adds up the lines between judging and cutting. Both bindings share the texts.
"""
from workload import reasons


def half_up(numerator, denominator):
    return f"((2 * ({numerator}) + {denominator}) / (2 * {denominator}))"


def _line(decision, cash, in_kind, reason):
    return f'{{"decision": "{decision}", "cash": {cash}, "in_kind": {in_kind}, "reason": "{reason}"}}'


BY_SHARE = half_up("l.value * share", 100)
LINE_RULES = [  # condition and outcome, the first that holds
    ('l.type == "wrong-item" && l.reship',
     _line("in-kind", half_up("l.value * l.penalty_percent", 100), "l.value", reasons.WRONG_ITEM_RESHIP)),
    ('l.type == "wrong-item"',
     _line("paid", half_up("l.value * 100 + l.value * l.penalty_percent", 100), "0", reasons.WRONG_ITEM_DEDUCT)),
    ('l.type == "consequential" && !l.purpose_stated', _line("denied", "0", "0", reasons.PURPOSE_NOT_STATED)),
    ('share == 0', _line("denied", "0", "0", reasons.NO_SHARE)),
    ('l.type == "damage-repairable" && l.repair_cost > l.value',
     _line("paid", BY_SHARE, "0", reasons.REPAIR_ABOVE_VALUE)),
    ('l.type == "damage-repairable"', _line("paid", half_up("l.repair_cost * share", 100), "0", reasons.REPAIR)),
    ('l.type == "damage-destroyed" && l.reship', _line("in-kind", "0", BY_SHARE, reasons.DESTROYED_IN_KIND)),
    ('l.type == "damage-destroyed"', _line("paid", BY_SHARE, "0", reasons.DESTROYED_CASH)),
    ('l.type == "delay" && l.days > 40',
     _line("paid", half_up("l.value * 20 * share", 10_000), "0", reasons.DELAY_CAPPED)),
    ('l.type == "delay"', _line("paid", half_up("l.value * 5 * l.days * share", 100_000), "0", reasons.DELAY)),
]
CONSEQUENTIAL = _line("paid", BY_SHARE, "0", reasons.CONSEQUENTIAL)


def _chain(rules, otherwise):
    text = otherwise
    for condition, outcome in reversed(rules):
        text = f"({condition}) ? {outcome} : ({text})"
    return text


JUDGE_LINES = f"lines.map(l, {_chain(LINE_RULES, CONSEQUENTIAL)})"
CAP_LINES = f"cash.map(c, {half_up('c * limit', 'total')})"
