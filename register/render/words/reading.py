"""Words around the text of a page: glossary and worked example."""

READING = {
    "glo_titre": ("Les mots expliqués", "Words explained"),
    "glo_d_apres": ("D'après : {texte}.", "After: {texte}."),
    "glo_fermer": ("Fermer", "Close"),
    "ex_titre": ("Un exemple, calculé ici", "An example, computed here"),
    "ex_pour": ("{nom}. {quoi} : {jour}.", "{nom}. {quoi}: {jour}."),
    "ex_courant": ("Pourquoi cet exemple : {texte}", "Why this example: {texte}"),
    "ex_autre_regle": (
        "Cet exemple suit la règle en vigueur ce jour-là, qui n'est pas celle affichée plus bas.",
        "This example follows the rule in force on that day, which is not the one shown below.",
    ),
    "ex_avec": ("Avec", "With"),
    "ex_resultat": ("Le calcul donne", "The computation gives"),
    "ex_releve": ("Voir chaque ligne de ce calcul", "See each line of this computation"),
}
