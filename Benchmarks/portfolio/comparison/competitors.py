"""Who is compared: how each is called, how many claims it gets, and what its proposals look like."""
import shutil
from dataclasses import dataclass
from pathlib import Path

from peers.registry import HOSTED

HERE = Path(__file__).resolve().parent.parent
PYTHON = HERE / "venv" / "bin" / "python"
DROOLS = HERE / "peers" / "drools"


@dataclass(frozen=True)
class Competitor:
    name: str
    title: str
    # Answers and times itself when called with `answer` or `time`, the facts and how many of them.
    program: tuple
    checked: int
    timed: int
    # What must be there for it to run.
    needs: tuple
    # It gives only its evaluation; answering is measured from outside, as the whole process.
    is_native: bool = False
    reasons: str = "text"
    in_cents: bool = False
    leaves_out: frozenset = frozenset()

    @property
    def is_installed(self):
        return all(shutil.which(str(need)) or Path(need).exists() for need in self.needs)

    def command(self, mode, facts, count):
        return [*map(str, self.program), mode, str(facts), str(count)]


SWIFT = Competitor(
    "swift", "the rules by hand, Swift, Int128", (HERE / "by_hand/swift/.build/release/PortfolioLimit",), 200_000,
    200_000, (HERE / "by_hand/swift/.build/release/PortfolioLimit",), is_native=True)

PEERS = [
    Competitor("c", "the rules by hand, C, int64", (HERE / "by_hand/c/portfolio_limit",), 200_000, 200_000,
               (HERE / "by_hand/c/portfolio_limit",), is_native=True),
    Competitor("swi-prolog", "SWI-Prolog", ("swipl", "-O", HERE / "peers/swi_prolog/run_peer.pl"), 20_000, 10_000,
               ("swipl",)),
    Competitor("drools", "Drools (executable model)",
               ("java", "-cp", f"{DROOLS / 'drools.jar'}:{DROOLS / 'classes'}", "DroolsPeer"), 20_000, 10_000,
               ("java", DROOLS / "drools.jar", DROOLS / "classes/DroolsPeer.class")),
    *(Competitor(name, one.title, (PYTHON, HERE / "run_peer.py", name), one.checked, one.timed, (PYTHON,),
                 reasons=one.reasons, in_cents=one.in_cents, leaves_out=one.leaves_out)
      for name, one in HOSTED.items()),
]
