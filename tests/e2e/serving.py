"""`sayso serve` as a process of its own."""

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.program import Program

ADDRESS = re.compile(r"http://[^ ]+/")


@contextmanager
def serve(program: Program, *arguments: str) -> Iterator[str]:
    """The address of a workbench, without the last slash, while it runs; it ends as with Ctrl-C."""
    running = program.start("serve", "--port", "0", *arguments, PYTHONUNBUFFERED="1")
    assert running.stdout
    try:
        line = running.stdout.readline()
        found = ADDRESS.search(line)
        assert found, line + (running.stderr.read() if running.stderr and running.poll() is not None else "")
        yield found[0].rstrip("/")
    finally:
        end(running)


def end(running: "subprocess.Popen[str]") -> tuple[str, str]:
    """Ends it as Ctrl-C does, and gives what it printed since."""
    if running.poll() is None:
        running.send_signal(signal.SIGINT)
    try:
        return running.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        running.kill()
        running.communicate()
        raise
