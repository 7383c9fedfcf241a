"""The peers hosted in Python. A peer's module is imported only when it runs: importing is part of a cold start."""
from dataclasses import dataclass, field
from importlib import import_module


@dataclass(frozen=True)
class Hosted:
    title: str
    module: str
    # How many claims are checked, and how many a timed pass takes; a slow peer gets fewer.
    checked: int
    timed: int
    reasons: str = "text"
    in_cents: bool = True
    arguments: dict = field(default_factory=dict)
    # What its proposals do not have and is therefore not compared.
    leaves_out: frozenset = frozenset()

    def make(self):
        return import_module(self.module).Peer(**self.arguments)


HOSTED = {
    "python-int": Hosted("plain Python, int cents", "peers.python_plain.int_cents", 200_000, 20_000),
    "python-decimal": Hosted("plain Python, decimal", "peers.python_plain.decimals", 20_000, 10_000, in_cents=False),
    "openfisca": Hosted("OpenFisca (numpy, all claims at once)", "peers.openfisca.peer", 200_000, 50_000,
                        reasons="a code; no decision", leaves_out=frozenset({"decision"})),
    "zen-batch": Hosted("zen-engine, 500 claims a call", "peers.zen_engine.peer", 10_000, 5_000, in_cents=False,
                        arguments={"batch": 500}),
    "zen-core": Hosted("zen-engine, by its own timer", "peers.zen_engine.peer", 10_000, 5_000, in_cents=False,
                       arguments={"by_own_timer": True}),
    "zen": Hosted("zen-engine", "peers.zen_engine.peer", 10_000, 5_000, in_cents=False),
    "zen-trace": Hosted("zen-engine with trace", "peers.zen_engine.peer", 5_000, 2_000, in_cents=False,
                        reasons="text, and every node's values", arguments={"trace": True}),
    "cel-rust": Hosted("CEL in Rust (common-expression-language)", "peers.cel.rust_binding", 10_000, 5_000),
    "cel-python": Hosted("CEL in Python (cel-python)", "peers.cel.pure_python", 500, 100),
    "business-rules": Hosted("business-rules (conditions only)", "peers.python_rules.business_rules_peer", 10_000,
                             3_000),
    "durable-rules": Hosted("durable_rules (conditions only)", "peers.python_rules.durable_rules_peer", 5_000,
                            2_000),
    "rule-engine": Hosted("rule-engine", "peers.python_rules.rule_engine_peer", 10_000, 3_000, in_cents=False),
    "json-logic": Hosted("JSON Logic (panzi-json-logic)", "peers.python_rules.json_logic_peer", 10_000, 2_000),
    "clips": Hosted("CLIPS (clipspy)", "peers.clips.peer", 10_000, 3_000),
    "rego": Hosted("Rego (regopy, rego-cpp)", "peers.rego.peer", 1_000, 300),
}
