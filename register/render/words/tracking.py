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
    "comp_titre": ("Comparer deux fiches", "Compare two cards"),
    "comp_description": (
        "Deux algorithmes côte à côte, point par point puis devoir par devoir.",
        "Two algorithms side by side, item by item then duty by duty.",
    ),
    "comp_a": ("Première fiche", "First card"),
    "comp_b": ("Seconde fiche", "Second card"),
    "comp_choisir": ("— choisir —", "— choose —"),
    "comp_voir": ("Comparer", "Compare"),
    "comp_points": ("Point par point", "Item by item"),
    "comp_devoirs": ("Devoir par devoir", "Duty by duty"),
    "comp_point": ("Point", "Item"),
    "comp_administration": ("Administration", "Administration"),
    "comp_acte": ("Décision", "Decision"),
    "comp_degre": ("1° Part du calcul", "1° Weight of the computation"),
    "comp_mode": ("1° Comment", "1° How"),
    "comp_donnees": ("2° Données", "2° Data"),
    "comp_parametres": ("3° Paramètres", "3° Parameters"),
    "comp_operations": ("4° Opérations", "4° Operations"),
    "comp_type": ("Type d'algorithme", "Type of algorithm"),
    "comp_publication": ("Règles en ligne", "Rules on line"),
    "comp_mention": ("Mention", "Mention"),
    "comp_explication": ("Explication sur demande", "Explanation on request"),
    "comp_secret": ("Secret opposé", "Secret relied on"),
    "comp_licence": ("Licence du code", "Licence of the code"),
    "comp_moteur": ("Moteur", "Engine"),
    "reut_titre": ("Réutiliser un algorithme public", "Reuse a public algorithm"),
    "reut_description": (
        "Ce qu'une autre administration pourrait reprendre : règles, moteur, licence, effort "
        "connu.",
        "What another administration could take over: rules, engine, licence, known effort.",
    ),
    "reut_formats": ("Les données et leurs formats", "The data and their formats"),
    "reut_formats_aide": (
        "Un éditeur qui lit ces schémas complète les clés d'une fiche et montre les fautes "
        "pendant la saisie.",
        "An editor that reads these schemas completes the keys of a card and shows faults as "
        "one types.",
    ),
    "reut_inventaire": (
        "L'inventaire de toutes les fiches, en CSV (grille d'Etalab)",
        "The inventory of every card, as CSV (Etalab's grid)",
    ),
    "reut_schema_csv": ("son schéma", "its schema"),
    "reut_schemas": ("Le schéma de chaque fichier\u00a0:", "The schema of each file:"),
    "reut_champ": ("Que doit faire l'algorithme ?", "What must the algorithm do?"),
    "reut_chercher": ("Chercher", "Search"),
    "reut_aucune": ("Aucune fiche ne correspond.", "No card matches."),
    "reut_moteur": ("Moteur", "Engine"),
    "reut_licence": ("Licence du code", "Licence of the code"),
    "reut_effort": ("Coût connu", "Known cost"),
    "reut_pas_publie": ("code non publié", "code not published"),
}
