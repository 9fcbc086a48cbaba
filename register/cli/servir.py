"""``registre servir``: opens the register in a browser's reach, on this machine only by default."""

import os
from pathlib import Path
from typing import Annotated

import typer

from register.cli.racine import Racine


def servir(
    racine: Racine = Path(),
    hote: Annotated[str, typer.Option(help="Adresse d'écoute.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port d'écoute.", min=1, max=65535)] = 8501,
) -> None:
    """Ouvre le registre : les pages à lire et les calculs, dans un seul processus."""
    # Streamlit takes a second to import: the other commands do not wait for it.
    from register import web

    # The application is imported by the server and by each visit: the environment reaches both.
    os.environ["REGISTRE_RACINE"] = str(racine.resolve())
    typer.echo(f"Registre ouvert : http://{hote}:{port} (Ctrl+C pour arrêter)")
    web.serve(hote, port)
