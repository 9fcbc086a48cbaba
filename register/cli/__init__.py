"""The ``registre`` command: file a card, validate, compare, compute a case, serve.

Exit codes: 0 all is well; 1 a card has a blocking finding; 2 the question itself was wrong.
"""

import typer

from register.cli.apercu import apercu
from register.cli.calculer import calculer
from register.cli.comparer import comparer
from register.cli.demande import demande
from register.cli.exporter import exporter
from register.cli.importer import importer
from register.cli.lister import lister
from register.cli.migrer import migrer
from register.cli.nouveau import nouveau
from register.cli.proprietaires import proprietaires
from register.cli.rejouer import rejouer
from register.cli.schema import schema
from register.cli.servir import servir
from register.cli.valider import valider

main = typer.Typer(
    name="registre",
    help="Le registre des algorithmes publics, en ligne de commande.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
main.command()(nouveau)
main.command()(valider)
main.command()(apercu)
main.command()(comparer)
main.command()(demande)
main.command()(proprietaires)
main.command()(importer)
main.command()(exporter)
main.command()(schema)
main.command()(migrer)
main.command()(calculer)
main.command()(rejouer)
main.command()(lister)
main.command()(servir)
