"""Starting the server, with nothing of what visitors ask written anywhere."""

import uvicorn

from explainers import preparation
from register.web import state
from register.web.state import HOUSE


def serve(host: str, port: int) -> None:
    """Serve the register at ``host:port`` until interrupted.

    One process; no access log, because addresses hold the words people search. The model that
    some cards need is built meanwhile: the pages do not wait for it.
    """
    catalogue = state.catalogue()
    preparation.prepare(catalogue.algorithmes, catalogue.vocabulaire)
    uvicorn.run(
        "app:app",
        app_dir=str(HOUSE),
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
    )
