"""Words around the figures and the measured numbers of a monograph."""

MONOGRAPH = {
    "mono_chiffres": ("Les chiffres de la figure", "The numbers of the figure"),
    "mono_calculee": (
        "Calculé avec les règles de la fiche, au {jour}.",
        "Computed with the rules of the card, as of {jour}.",
    ),
    "mono_inconnu": ("non connu", "not known"),
    "mono_mesure": ("Ce que l'on calcule", "What is computed"),
    "mono_trouve": ("Ce qui sort", "What comes out"),
    "mono_rejouer": ("Refaire ces calculs", "Run these computations again"),
    "mono_commande": (
        "Enregistrez les réponses dans un fichier, puis lancez la commande depuis le dépôt.",
        "Save the answers in a file, then run the command from the repository.",
    ),
    "mono_schema_alt": (
        "Schéma des opérations, dans l'ordre ; le tableau qui suit dit la même chose.",
        "Picture of the operations, in order; the table below says the same.",
    ),
    "mono_schema": (
        "Le schéma en toutes lettres ({nombre} opérations)",
        "The picture in words ({nombre} operations)",
    ),
    "mono_etape": ("Opération", "Operation"),
    "mono_nature": ("Nature", "Kind"),
    "mono_depuis": ("À partir de", "From"),
    "mono_suit": ("à la suite de la précédente", "after the one before"),
    "mono_langue": (
        "La monographie n'a pas encore été traduite.",
        "This monograph has not been translated yet: it is in French.",
    ),
}
