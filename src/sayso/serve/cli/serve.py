"""`sayso serve`: the workbench, a collection in the browser."""

import contextlib
import os
import secrets
import socket
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.config import Config
from sayso.errors import SaysoError, UsageError
from sayso.serve.cli.app import app
from sayso.serve.cli.current import open_linked
from sayso.serve.cli.options import CollectionOption
from sayso.serve.cli.screen import one_line, output

LAST_JOB = 10.0
"""Seconds that a job has for what it has in hand, once the server is told to end."""


@app.command("serve")
def serve(
    collection: CollectionOption = None,
    host: Annotated[
        str | None,
        typer.Option(
            "--host",
            metavar="ADDRESS",
            help="Where to listen; any but this machine needs --token.  [default: 127.0.0.1]",
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes any that is free.  [default: 8765]"),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option("--token", metavar="WORDS", help="A secret to ask every visitor for.  [env: SAYSO_TOKEN]"),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="Another name that it goes by; may be given again."),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show the collection, and let nobody change it.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = False,
) -> None:
    """Open a collection in the browser: what it rests on, every claim with its words, and a place to judge otherwise.

    Only this machine reaches it, unless you give another address and a token. Ctrl-C ends it.

    **Examples**

        sayso serve
        sayso serve --collection case.db --open
        sayso serve --host 0.0.0.0 --token "$(openssl rand -hex 16)" --read-only
    """
    import uvicorn

    from sayso.serve.desk import Desk
    from sayso.serve.web.access import Access
    from sayso.serve.web.app import make_app

    config = Config.load({"collection": collection, "host": host, "port": port, "token": token})
    check_token(config.host, config.token, names or ())
    with open_linked(config.collection):
        pass  # so that its claims are current before anybody looks at them
    desk = Desk(config.collection, read_only=read_only, config=config)
    made = make_app(desk, access=Access(host=config.host, token=config.token, names=names or ()))
    with listen(config.host, config.port) as listener:
        address = say_address(config.host, listener.getsockname()[1])
        output().print(f"{one_line(str(desk.collection))} is at {address} (Ctrl-C ends it).", soft_wrap=True)
        if open_:
            typer.launch(address)
        settings = uvicorn.Config(
            made,
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=3,
        )
        with contextlib.suppress(KeyboardInterrupt):  # which the server raises again once it has ended
            uvicorn.Server(settings).run(sockets=[listener])
    is_quiet = desk.jobs.close(patience=LAST_JOB)
    output().print("Ended." if is_quiet else "Ended, with a job cut off. What it added is kept.")
    if not is_quiet:
        sys.stdout.flush()
        os._exit(0)  # the thread that still works would take the program down with a fault of its own


def check_token(host: str, token: str | None, names: Sequence[str]) -> None:
    """Raises UsageError where an address that others reach has no token, or a token is short enough to guess."""
    from sayso.serve.web.access import LEAST_TOKEN, is_loopback

    if token is None and (names or not is_loopback(host)):
        raise UsageError(
            f"{names[0] if names else host}: others reach this address, so give a token that they are asked for, such as "
            f"--token {secrets.token_hex(12)}"
        )
    if token is not None and len(token) < LEAST_TOKEN:
        raise UsageError(f"--token: {len(token)} characters can be guessed. Give {LEAST_TOKEN} or more.")


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises SaysoError where the address can't be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SaysoError(
            f"{host}, port {port}: can't listen here ({reason}). Name another with --host or --port."
        ) from error


def say_address(host: str, port: int) -> str:
    """Where a browser finds it."""
    shown = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
