"""Where the cards are: the ``--racine`` option shared by every command."""

from pathlib import Path
from typing import Annotated

import typer

Racine = Annotated[
    Path,
    typer.Option(
        help="Dossier du registre (celui qui contient algorithms/).",
        exists=True,
        file_okay=False,
        envvar="REGISTRE_RACINE",
    ),
]
"""The repository to read; the current folder by default."""
