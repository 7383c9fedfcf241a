"""Rego by regopy, which evaluates in C++ (rego-cpp); the policy becomes a bundle once.

The engine the language comes from, OPA, is a program in Go that no package of the system or of Python carries.
"""
import json
from pathlib import Path

from regopy import Interpreter

from peers import cents

RULES = Path(__file__).with_name("portfolio.rego")
ENTRY = "claim/proposal"


class Peer:
    parse = staticmethod(cents.parse)

    def __init__(self):
        self.interpreter = Interpreter()
        self.interpreter.add_module(RULES.name, RULES.read_text())
        self.bundle = self.interpreter.build(None, [ENTRY])

    def evaluate(self, case):
        self.interpreter.set_input(case)
        return json.loads(str(self.interpreter.query_bundle_entrypoint(self.bundle, ENTRY)))["expressions"][0]
