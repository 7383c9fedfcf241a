"""OpenFisca: all claims as one simulation over columns. A loss is the entity of a person, a claim that of a group.

Its `float` variables have 32 bits, too few for 4,000,000.00 to the cent; so amounts are `int` variables in whole cents,
also of 32 bits, at most 21 million, and formulas widen them to 64. A reason is a code, with a formula of its own that
repeats all conditions.
"""
import json

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from peers import cents
from peers.cents import half_up
from workload import reasons

PERIOD = "2026-01"

Line = build_entity(key="line", plural="lines", label="loss line", is_person=True)
Claim = build_entity(key="claim", plural="claims", label="claim",
                     roles=[{"key": "part", "plural": "parts", "label": "lines of the claim"}])


class LineType(Enum):
    __order__ = "repairable destroyed wrong_item delay consequential"
    repairable = "damage-repairable"
    destroyed = "damage-destroyed"
    wrong_item = "wrong-item"
    delay = "delay"
    consequential = "consequential"


TYPE_INDEX = {member.value: member.index for member in LineType}


Reason = Enum("Reason", {name: text for name, text in vars(reasons).items() if name.isupper()})
REASON_INDEX = {member.value: member.index for member in Reason}


def fact(name, kind, entity_, **more):
    return type(name, (Variable,), {"value_type": kind, "entity": entity_, "definition_period": DateUnit.MONTH,
                                    "label": name, **more})


def wide(entity, name, period):
    return entity(name, period).astype(numpy.int64)


FACTS = [
    fact("share", int, Claim), fact("freight", int, Claim),
    fact("line_type", Enum, Line, possible_values=LineType, default_value=LineType.repairable),
    fact("value", int, Line), fact("repair_cost", int, Line), fact("reship", bool, Line),
    fact("penalty_percent", int, Line), fact("days", int, Line), fact("purpose_stated", bool, Line),
]


class uncapped_cash(Variable):
    value_type, entity, definition_period, label = int, Line, DateUnit.MONTH, "cash before the cap"

    def formula(line, period):
        kind = line("line_type", period)
        value, share = wide(line, "value", period), line.claim("share", period).astype(numpy.int64)
        penalty, days = wide(line, "penalty_percent", period), wide(line, "days", period)
        reship, purpose = line("reship", period), line("purpose_stated", period)
        return numpy.select(
            [kind == LineType.repairable, kind == LineType.destroyed, kind == LineType.wrong_item,
             kind == LineType.delay, kind == LineType.consequential],
            [half_up(numpy.minimum(wide(line, "repair_cost", period), value) * share, 100),
             half_up(value * share, 100) * ~reship,
             half_up(value * (penalty + 100 * ~reship), 100),
             half_up(value * numpy.minimum(5 * days, 200) * share, 100_000),
             half_up(value * share, 100) * purpose])


class in_kind(Variable):
    value_type, entity, definition_period, label = int, Line, DateUnit.MONTH, "goods reshipped"

    def formula(line, period):
        kind, reship = line("line_type", period), line("reship", period)
        value, share = wide(line, "value", period), line.claim("share", period).astype(numpy.int64)
        return numpy.select([kind == LineType.destroyed, kind == LineType.wrong_item],
                            [half_up(value * share, 100) * reship, value * reship], 0)


class reason(Variable):
    value_type, entity, definition_period, label = Enum, Line, DateUnit.MONTH, "why"
    possible_values, default_value = Reason, Reason.REPAIR

    def formula(line, period):
        kind, reship = line("line_type", period), line("reship", period)
        share, code = line.claim("share", period), REASON_INDEX
        return numpy.select(
            [(kind == LineType.wrong_item) & reship, kind == LineType.wrong_item,
             (kind == LineType.consequential) & ~line("purpose_stated", period), share == 0,
             (kind == LineType.repairable) & (line("repair_cost", period) > line("value", period)),
             kind == LineType.repairable, (kind == LineType.destroyed) & reship, kind == LineType.destroyed,
             (kind == LineType.delay) & (line("days", period) > 40), kind == LineType.delay],
            [code[reasons.WRONG_ITEM_RESHIP], code[reasons.WRONG_ITEM_DEDUCT], code[reasons.PURPOSE_NOT_STATED],
             code[reasons.NO_SHARE], code[reasons.REPAIR_ABOVE_VALUE], code[reasons.REPAIR], code[reasons.DESTROYED_IN_KIND],
             code[reasons.DESTROYED_CASH], code[reasons.DELAY_CAPPED], code[reasons.DELAY]],
            code[reasons.CONSEQUENTIAL]).astype(numpy.int16)


class uncapped_total(Variable):
    value_type, entity, definition_period, label = int, Claim, DateUnit.MONTH, "cash of all lines before the cap"

    def formula(claim, period):
        return claim.sum(claim.members("uncapped_cash", period))


class capped(Variable):
    value_type, entity, definition_period, label = bool, Claim, DateUnit.MONTH, "3 x freight exceeded"

    def formula(claim, period):
        return claim("uncapped_total", period) > 3 * claim("freight", period)


class cash(Variable):
    value_type, entity, definition_period, label = int, Line, DateUnit.MONTH, "cash after the cap"

    def formula(line, period):
        before, is_capped = wide(line, "uncapped_cash", period), line.claim("capped", period)
        limit = 3 * line.claim("freight", period).astype(numpy.int64)
        total = numpy.maximum(line.claim("uncapped_total", period).astype(numpy.int64), 1)
        return numpy.where(is_capped, half_up(before * limit, total), before)


class deductible(Variable):
    value_type, entity, definition_period, label = int, Claim, DateUnit.MONTH, "own share of 50.00"

    def formula(claim, period):
        return numpy.minimum(5000, claim.sum(claim.members("cash", period)))


class cash_total(Variable):
    value_type, entity, definition_period, label = int, Claim, DateUnit.MONTH, "cash to pay"

    def formula(claim, period):
        return claim.sum(claim.members("cash", period)) - claim("deductible", period)


class in_kind_total(Variable):
    value_type, entity, definition_period, label = int, Claim, DateUnit.MONTH, "goods to reship"

    def formula(claim, period):
        return claim.sum(claim.members("in_kind", period))


RULES = [uncapped_cash, in_kind, reason, uncapped_total, capped, cash, deductible, cash_total, in_kind_total]
RESULTS = ["cash", "in_kind", "reason", "capped", "deductible", "cash_total", "in_kind_total"]


class Peer:
    batch = 1_000_000

    def __init__(self):
        self.system = TaxBenefitSystem([Line, Claim])
        self.system.add_variables(*FACTS, *RULES)

    def parse_all(self, text_lines):
        cases = [cents.parse(line) for line in text_lines]
        lines = [line for case in cases for line in case["lines"]]
        sizes = [len(case["lines"]) for case in cases]
        column = lambda key, kind: numpy.array([line.get(key, 0) for line in lines], kind)
        return {
            "ids": [case["id"] for case in cases],
            "claim_of_line": numpy.repeat(numpy.arange(len(cases)), sizes),
            "claim": {"share": numpy.array([case["share"] for case in cases], numpy.int32),
                      "freight": numpy.array([case["freight"] for case in cases], numpy.int32)},
            "line": {"line_type": numpy.array([TYPE_INDEX[line["type"]] for line in lines], numpy.int16),
                     **{key: column(key, numpy.int32) for key in ("value", "repair_cost", "penalty_percent", "days")},
                     **{key: column(key, bool) for key in ("reship", "purpose_stated")}},
        }

    def evaluate_all(self, cases):
        builder = SimulationBuilder()
        builder.create_entities(self.system)
        claims, lines = len(cases["ids"]), len(cases["claim_of_line"])
        builder.declare_person_entity("line", numpy.arange(lines))
        claim_population = builder.declare_entity("claim", numpy.arange(claims))
        builder.join_with_persons(claim_population, cases["claim_of_line"], numpy.array(["part"] * lines))
        simulation = builder.build(self.system)
        for entity in ("claim", "line"):
            for name, column in cases[entity].items():
                simulation.set_input(name, PERIOD, column)
        return {name: simulation.calculate(name, PERIOD) for name in RESULTS}

    def texts(self, result, cases):
        ends = numpy.cumsum(numpy.bincount(cases["claim_of_line"])).tolist()
        texts = [member.value for member in result["reason"].decode()]
        cash, in_kind = result["cash"].tolist(), result["in_kind"].tolist()
        of_claim = {key: result[key].tolist() for key in ("capped", "deductible", "cash_total", "in_kind_total")}
        start = 0
        for number, identifier in enumerate(cases["ids"]):
            lines = [{"cash": cash[at], "in_kind": in_kind[at], "reason": texts[at]}
                     for at in range(start, ends[number])]
            yield json.dumps({"id": identifier, "lines": lines, **{key: of_claim[key][number] for key in of_claim}})
            start = ends[number]
