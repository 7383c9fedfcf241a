"""The rules as a decision model of GoRules: a table over the lines, then expressions for the sums."""
import json

from workload import reasons


def _node(identifier, kind, content):
    return {"id": identifier, "type": kind, "name": identifier, "position": {"x": 0, "y": 0}, "content": content}


def _graph(*nodes):
    edges = [{"id": f"{a['id']}-{b['id']}", "type": "edge", "sourceId": a["id"], "targetId": b["id"]}
             for a, b in zip(nodes, nodes[1:])]
    return {"nodes": list(nodes), "edges": edges}


def _expressions(identifier, pairs, **attributes):
    return _node(identifier, "expressionNode", {
        "expressions": [{"id": f"{identifier}{n}", "key": key, "value": value} for n, (key, value) in enumerate(pairs)],
        "inputField": None, "outputPath": None, "executionMode": "single", "passThrough": True, **attributes})


def _table(identifier, inputs, outputs, rows, hit_policy="first", **attributes):
    columns = [{"id": f"i{n}", "name": f"in{n}", **({"field": field} if field else {})}
               for n, field in enumerate(inputs)]
    results = [{"id": f"o{n}", "name": field, "field": field} for n, field in enumerate(outputs)]
    rules = []
    for n, row in enumerate(rows):
        rule = {"_id": f"r{n}"}
        for column, cell in zip(columns + results, row):
            rule[column["id"]] = cell
        rules.append(rule)
    return _node(identifier, "decisionTableNode", {
        "hitPolicy": hit_policy, "inputs": columns, "outputs": results, "rules": rules,
        "inputField": None, "outputPath": None, "executionMode": "single", "passThrough": True, **attributes})


def _text(value):
    return json.dumps(value)


def decision_model():
    judge = _table(
        "Judge", ["type", "", "$nodes.Request.share"], ["decision", "cash", "in_kind", "reason"],
        [
            ['"wrong-item"', "reship", "", '"in-kind"', "round(value * penalty_percent / 100, 2)", "value",
             _text(reasons.WRONG_ITEM_RESHIP)],
            ['"wrong-item"', "", "", '"paid"', "round(value + value * penalty_percent / 100, 2)", "0",
             _text(reasons.WRONG_ITEM_DEDUCT)],
            ['"consequential"', "not purpose_stated", "", '"denied"', "0", "0",
             _text(reasons.PURPOSE_NOT_STATED)],
            ["", "", "0", '"denied"', "0", "0", _text(reasons.NO_SHARE)],
            ['"damage-repairable"', "repair_cost > value", "", '"paid"',
             "round(value * $nodes.Request.share / 100, 2)", "0",
             _text(reasons.REPAIR_ABOVE_VALUE)],
            ['"damage-repairable"', "", "", '"paid"', "round(repair_cost * $nodes.Request.share / 100, 2)", "0",
             _text(reasons.REPAIR)],
            ['"damage-destroyed"', "reship", "", '"in-kind"', "0", "round(value * $nodes.Request.share / 100, 2)",
             _text(reasons.DESTROYED_IN_KIND)],
            ['"damage-destroyed"', "", "", '"paid"', "round(value * $nodes.Request.share / 100, 2)", "0",
             _text(reasons.DESTROYED_CASH)],
            ['"delay"', "days > 40", "", '"paid"', "round(value * 0.20 * $nodes.Request.share / 100, 2)", "0",
             _text(reasons.DELAY_CAPPED)],
            ['"delay"', "", "", '"paid"', "round(value * 0.005 * days * $nodes.Request.share / 100, 2)", "0",
             _text(reasons.DELAY)],
            ['"consequential"', "", "", '"paid"', "round(value * $nodes.Request.share / 100, 2)", "0",
             _text(reasons.CONSEQUENTIAL)],
        ],
        inputField="lines", outputPath="lines", executionMode="loop")
    total = _expressions("Total", [
        ("total", "sum(map(lines, #.cash))"), ("limit", "freight * 3"), ("capped", "$.total > $.limit"),
    ])
    # A map() inside one expression was about a tenth quicker here than a second table over the lines.
    cap = _expressions("Cap", [
        ("lines", "capped ? map(lines, merge([#, {cash: round(#.cash * limit / total, 2)}])) : lines"),
    ])
    settle = _expressions("Settle", [
        ("id", "id"), ("lines", "lines"), ("capped", "capped"),
        ("sum", "sum(map(lines, #.cash))"), ("deductible", "min([50, $.sum])"),
        ("cash_total", "$.sum - $.deductible"), ("in_kind_total", "sum(map(lines, #.in_kind))"),
    ], passThrough=False)
    return _graph(_node("Request", "inputNode", {"schema": ""}), judge, total, cap, settle,
                  _node("Response", "outputNode", {"schema": ""}))
