"""Claims drawn at random, as the peers and as Redress read them. The same seed gives the same bytes."""
import json
import math

SHARES = [0, 10, 25, 33, 50, 66, 75, 80, 100]
SHARE_WEIGHTS = [8, 5, 10, 8, 15, 8, 10, 6, 30]
PENALTY_PERCENTS = [5, 10, 15, 20]

# What Redress calls what the peers call otherwise.
REDRESS_NAMES = {"type": "kind_of_loss", "penalty_percent": "penalty"}


class Money(str):
    """An amount with two decimals as text: JSON of a binary fraction might lose a cent."""


def money(rng, low, high):
    """Log-uniform, so that there are as many small amounts as large ones."""
    cents = int(round(math.exp(rng.uniform(math.log(low), math.log(high))) * 100))
    return Money(f"{cents // 100}.{cents % 100:02d}")


def loss(rng):
    kind = rng.randrange(5)
    value = money(rng, 20, 50_000)
    if kind == 0:
        return {"type": "damage-repairable", "value": value, "repair_cost": money(rng, 10, 20_000)}
    if kind == 1:
        return {"type": "damage-destroyed", "value": value, "reship": rng.random() < 0.5}
    if kind == 2:
        return {"type": "wrong-item", "value": value, "reship": rng.random() < 0.5,
                "penalty_percent": rng.choice(PENALTY_PERCENTS)}
    if kind == 3:
        return {"type": "delay", "value": value, "days": rng.randint(1, 60)}
    return {"type": "consequential", "value": value, "purpose_stated": rng.random() < 0.5}


def claim(rng, number):
    share = rng.choices(SHARES, SHARE_WEIGHTS)[0]
    freight = money(rng, 200, 20_000)
    return {"id": number, "share": share, "freight": freight, "lines": [loss(rng) for _ in range(rng.randint(1, 8))]}


def peer_text(facts):
    """Plain JSON: money as a number with two decimals."""
    if isinstance(facts, dict):
        return "{" + ",".join(f'"{key}":{peer_text(value)}' for key, value in facts.items()) + "}"
    if isinstance(facts, list):
        return "[" + ",".join(map(peer_text, facts)) + "]"
    return facts if isinstance(facts, Money) else json.dumps(facts)


def redress_loss(one):
    shown = {}
    for key, value in one.items():
        if key == "type":
            value = value.replace("-", "_")
        elif key == "penalty_percent":
            value = f"{value}%"
        elif key == "days":
            value = f"{value} days"
        elif isinstance(value, Money):
            value = f"{value} CNY"
        shown[REDRESS_NAMES.get(key, key)] = value
    return shown


def redress_text(facts):
    """The case as `redress batch` reads it: with units."""
    given = {"fault": f'{facts["share"]}%', "freight": f'{facts["freight"]} CNY',
             "losses": [redress_loss(one) for one in facts["lines"]]}
    return json.dumps({"case": f'c{facts["id"]}', "policy": "portfolio", "given": given}, separators=(",", ":"))
