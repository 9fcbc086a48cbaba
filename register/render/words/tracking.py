"""Words of the tracking table, of the comparison of two cards, of reuse."""

TRACKING = {
    "suivi_titre": ("Qui publie quoi", "Who publishes what"),
    "suivi_description": (
        "Par administration et par trimestre : inventaire annoncé, fiches déposées, complètes, "
        "exécutables, relues.",
        "Per administration and quarter: inventory announced, cards filed, complete, executable, "
        "reviewed.",
    ),
    "suivi_comment": (
        "Compté dans l'historique du registre, à la fin de chaque trimestre. Complète : aucun "
        "devoir à compléter. Relue : un avis de relecture est déposé. Une fiche peut avoir été "
        "écrite par un tiers.",
        "Counted in the history of the register, at the end of each quarter. Complete: no duty to "
        "be completed. Reviewed: a review is filed. A card may have been written by a third party.",
    ),
    "suivi_sans_historique": (
        "Ce registre ne garde pas d'historique : seul le trimestre en cours est compté.",
        "This register keeps no history: only the current quarter is counted.",
    ),
    "suivi_administration": ("Administration", "Administration"),
    "suivi_ministere": ("Ministère", "Ministry"),
    "suivi_sans_ministere": ("Sans ministère renseigné", "No ministry given"),
    "suivi_inventaire": ("Inventaire annoncé", "Inventory announced"),
    "suivi_inv_oui": ("oui", "yes"),
    "suivi_inv_non": ("non", "no"),
    "suivi_inv_inconnu": ("inconnu", "unknown"),
    "suivi_inv_absent": ("à compléter", "to be completed"),
    "suivi_deposees": ("Déposées", "Filed"),
    "suivi_completes": ("Complètes", "Complete"),
    "suivi_executables": ("Exécutables", "Executable"),
    "suivi_relues": ("Relues", "Reviewed"),
    "suivi_trimestre": ("{trimestre}, par administration", "{trimestre}, per administration"),
    "suivi_par_trimestre": ("Trimestre par trimestre, en tout", "Quarter by quarter, in all"),
    "suivi_par_ministere": ("Par ministère", "Per ministry"),
    "suivi_q": ("Trimestre", "Quarter"),
    "suivi_neants": (
        "Celles qui disent ne pas utiliser d'algorithme",
        "Those who say they use no algorithm",
    ),
    "suivi_neant_aucun": ("Aucune déclaration trouvée.", "No such statement found."),
    "suivi_sans_fiche": ("Suivies, sans fiche", "Followed, without a card"),
    "suivi_sans_fiche_aucune": (
        "Toutes les administrations suivies ont une fiche.",
        "Every administration followed has a card.",
    ),
    "suivi_csv": ("Le tableau en CSV", "The table as CSV"),
}
