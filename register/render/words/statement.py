"""Words of the relevé: one case computed, step by step."""

STATEMENT = {
    "r_titre": ("Votre relevé de calcul", "Your statement of computation"),
    "r_pour": ("{nom}, au {jour}", "{nom}, on {jour}"),
    "r_non_calculable": ("Non calculable", "Not computable"),
    "r_cause": ("Pourquoi :", "Why:"),
    "r_reserves": ("Les réserves sur ce résultat", "Reserves on this result"),
    "r_contribution": (
        "Ce que le calcul pèse dans la décision",
        "How much the computation weighs in the decision",
    ),
    "r_donnees": ("Vos données", "Your data"),
    "r_donnees_inutiles": (
        "Demandées, mais sans effet sur ce résultat",
        "Asked for, but with no effect on this result",
    ),
    "r_parametres": (
        "Les paramètres appliqués à votre situation",
        "The parameters applied to your situation",
    ),
    "r_operations": ("Les opérations, dans l'ordre", "The operations, in order"),
    "r_aucun_parametre": ("Aucun paramètre n'a servi.", "No parameter was used."),
    "r_aucune_donnee": ("Aucune donnée n'a servi.", "No data was used."),
    "r_depuis": ("depuis le {jour}", "since {jour}"),
    "r_avant": ("avant : {valeur}", "before: {valeur}"),
    "r_details": ("Le détail de cette étape ({n})", "The detail of this step ({n})"),
    "r_non_utilisee": ("sans effet ici", "no effect here"),
    "r_depend_humain": ("dépend d'une décision humaine", "depends on a human decision"),
    "r_humain": ("Décision humaine possible", "Human decision possible"),
    "r_rien": ("—", "—"),
    "r_moteur": (
        "Calculé par le moteur « {nom} » version {version}, d'après la règle du {regle}.",
        "Computed by the “{nom}” engine, version {version}, from the rule of {regle}.",
    ),
    "r_moteur_sans_regle": (
        "Moteur « {nom} » version {version}.",
        "“{nom}” engine, version {version}.",
    ),
    "r_fichiers": (
        "Empreintes git des fichiers exécutés",
        "Git fingerprints of the files executed",
    ),
}
