"""Runs one process and says what it took."""
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Told apart from whatever else may go wrong: see run_peer.py.
NOT_INSTALLED = 3
GNU_TIME = "/usr/bin/time"


class Failure(Exception):
    """A process that did not end well, with the last it said."""

    def __init__(self, status, said):
        super().__init__(f"status {status}: {said}" if said else f"status {status}")
        self.status = status


@dataclass(frozen=True)
class Usage:
    # Seconds; the processor's are of all threads.
    wall: float
    processor: float


@contextmanager
def pinned(core):
    """Everything started inside runs on that one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def started(command, seconds, **streams):
    """A process that is ended after so many seconds; afterwards a Failure unless it ended well."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(list(map(str, command)), stderr=errors, start_new_session=True,
                                   **{"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **streams})
        timer = threading.Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        try:
            yield process
        except BaseException:
            process.kill()
            raise
        finally:
            if process.stdout:
                process.stdout.close()
            process.wait()
            timer.cancel()
        if process.returncode != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip().splitlines()
            status = f"{process.returncode}, after {seconds} s" if process.returncode == -signal.SIGKILL \
                else process.returncode
            raise Failure(status, said[-1] if said else "")


def usage_of(command, seconds, **streams):
    """What the process took, its output dropped unless told where to."""
    begun = time.perf_counter()
    with started(command, seconds, **streams) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    return Usage(wall, usage.ru_utime + usage.ru_stime)


def output_of(command, seconds):
    with started(command, seconds, stdout=subprocess.PIPE) as process:
        return process.stdout.read().decode()


def has_memory_meter():
    return shutil.which(GNU_TIME) is not None


@contextmanager
def metered(command):
    """The command in a form that also notes its peak memory, and how to ask for it afterwards (kilobytes, or None).

    By GNU time: a child of this process would begin with this process's memory.
    """
    if not has_memory_meter():
        yield command, lambda: None
        return
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "memory"
        yield [GNU_TIME, "-o", note, "-f", "%M", *command], lambda: int(note.read_text().split()[-1])
