package claim

import rego.v1

half_up(numerator, denominator) := (twice - (twice % (2 * denominator))) / (2 * denominator) if {
	twice := (2 * numerator) + denominator
}

line(decision, cash, in_kind, reason) := {"decision": decision, "cash": cash, "in_kind": in_kind, "reason": reason}

judged(l) := line("in-kind", half_up(l.value * l.penalty_percent, 100), l.value, "wrong item reshipped in kind, contract penalty in cash") if {
	l.type == "wrong-item"
	l.reship
} else := line("paid", half_up(l.value * (100 + l.penalty_percent), 100), 0, "price of wrong item deducted plus contract penalty") if {
	l.type == "wrong-item"
} else := line("denied", 0, 0, "purpose of goods not stated in contract") if {
	l.type == "consequential"
	not l.purpose_stated
} else := line("denied", 0, 0, "carrier bears no share of the cause") if {
	input.share == 0
} else := line("paid", half_up(l.value * input.share, 100), 0, "repair costs more than the goods: value x carrier share") if {
	l.type == "damage-repairable"
	l.repair_cost > l.value
} else := line("paid", half_up(l.repair_cost * input.share, 100), 0, "repair cost x carrier share") if {
	l.type == "damage-repairable"
} else := line("in-kind", 0, half_up(l.value * input.share, 100), "destroyed goods reshipped in kind x carrier share") if {
	l.type == "damage-destroyed"
	l.reship
} else := line("paid", half_up(l.value * input.share, 100), 0, "value of destroyed goods x carrier share") if {
	l.type == "damage-destroyed"
} else := line("paid", half_up((l.value * 20) * input.share, 10000), 0, "daily penalty capped at 20% of value x carrier share") if {
	l.type == "delay"
	l.days > 40
} else := line("paid", half_up(((l.value * 5) * l.days) * input.share, 100000), 0, "daily penalty 0.5% of value x carrier share") if {
	l.type == "delay"
} else := line("paid", half_up(l.value * input.share, 100), 0, "purpose stated in contract: claimed loss x carrier share") if {
	l.type == "consequential"
}

uncapped := [j | some l in input.lines; j := judged(l)]

total := sum([l.cash | some l in uncapped])

limit := input.freight * 3

capped if total > limit

capped_lines := [line(l.decision, half_up(l.cash * limit, total), l.in_kind, l.reason) | some l in uncapped]

lines := capped_lines if {
	capped
} else := uncapped

cash_sum := sum([l.cash | some l in lines])

# Not min([5000, cash_sum]): rego-cpp 1.5.2 orders numbers there as text, so that 202931 is below 5000.
deductible := 5000 if {
	cash_sum > 5000
} else := cash_sum

proposal := {
	"id": input.id,
	"lines": lines,
	"capped": total > limit,
	"deductible": deductible,
	"cash_total": cash_sum - deductible,
	"in_kind_total": sum([l.in_kind | some l in lines]),
}
