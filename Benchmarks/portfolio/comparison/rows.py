"""A row of the table: one competitor, or Redress in one of its ways, with what has been found out about it."""
import statistics
from dataclasses import dataclass, field


@dataclass
class Row:
    name: str
    title: str
    reasons: str
    # "ok", "not installed", or what went wrong.
    status: str = "ok"
    claims: int = 0
    peak_memory: int | None = None
    # Microseconds of processor time a claim, one for each round.
    evaluate: list = field(default_factory=list)
    json: list = field(default_factory=list)
    # The same by the clock on the wall, where it is asked for.
    wall: list = field(default_factory=list)
    # Milliseconds on the wall, one for each round.
    cold_start: list = field(default_factory=list)

    @property
    def is_fine(self):
        return self.status == "ok"

    def ratio(self, kind, base):
        """How many times longer than the base, as the median of the rounds; None without figures."""
        mine, its = getattr(self, kind), getattr(base, kind)
        return statistics.median(a / b for a, b in zip(mine, its)) if mine and its else None

    def middle(self, kind):
        figures = getattr(self, kind)
        return statistics.median(figures) if figures else None

    def raw(self, base):
        return {
            "name": self.name, "title": self.title, "status": self.status, "reasons": self.reasons,
            "claims": self.claims, "peak_memory_kb": self.peak_memory, "evaluate_us": self.evaluate,
            "json_us": self.json, "wall_us": self.wall, "cold_start_ms": self.cold_start,
            "evaluate_ratio": self.ratio("evaluate", base), "json_ratio": self.ratio("json", base),
        }
