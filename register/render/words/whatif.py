"""Words of what surrounds a result: why nothing, items, other answers, another letter, dates."""

WHAT_IF = {
    "si_titre": ("Comprendre et vérifier ce résultat", "Understand and check this result"),
    "si_manques": ("Ce qui a manqué, dans l'ordre", "What was missing, in order"),
    "si_parts": ("Ce qui compose le résultat", "What makes up the result"),
    "si_part": ("Élément", "Item"),
    "si_apport": ("Apport", "Share"),
    "si_cumul": ("Total jusque-là", "Total so far"),
    "si_changements": ("Ce qui changerait le résultat", "What would change the result"),
    "si_une_a_la_fois": (
        "Une seule réponse change à la fois ; les autres restent les vôtres.",
        "One answer changes at a time; the others stay yours.",
    ),
    "si_chaque_pas": (
        "Ici, chaque pas de plus ou de moins compte.",
        "Here, every step more or less counts.",
    ),
    "si_sans_effet": (
        "Aucune autre réponse, seule, ne change le résultat pour :",
        "No other answer, alone, changes the result for:",
    ),
    "si_rien": (
        "Aucune réponse, changée seule, ne modifie ce résultat.",
        "No answer, changed alone, modifies this result.",
    ),
    "si_courbes": ("Le résultat quand un nombre varie", "The result as one number moves"),
    "si_courbe_alt": (
        "{nom} : le résultat de {min} à {max}. Les seuils sont écrits sous le dessin.",
        "{nom}: the result from {min} to {max}. The thresholds are written under the drawing.",
    ),
    "si_paliers": (
        "Un arrondi fait avancer le résultat par petits paliers entre les seuils.",
        "A rounding makes the result move by small steps between thresholds.",
    ),
    "si_valeurs": ("Quelques valeurs", "Some values"),
    "si_reponse": ("Réponse", "Answer"),
    "si_resultat": ("Résultat", "Result"),
    "si_sans_seuil": ("Aucun seuil sur tout l'intervalle.", "No threshold over the whole range."),
    "varier_titre": ("Et si une réponse changeait ?", "What if one answer were different?"),
    "varier_champ": ("La réponse à faire varier", "The answer to vary"),
    "varier_attente": ("Le modèle calcule…", "The model is computing…"),
    "lettre_titre": ("Ma lettre dit autre chose", "My letter says something else"),
    "lettre_aide": (
        "Écrivez le résultat reçu, dans la même unité. On cherche ce qui, changé seul, y mènerait.",
        "Write the result you received, in the same unit. What alone would lead there is sought.",
    ),
    "lettre_champ": ("Le résultat écrit sur la lettre", "The result on the letter"),
    "lettre_comparer": ("Comparer", "Compare"),
    "lettre_essai": (
        "Que donnerait une autre réponse, une autre date ? On essaie : {nom}…",
        "What would another answer or date give? Trying: {nom}…",
    ),
    "lettre_illisible": (
        "Écrivez le résultat en chiffres, ou le mot exact du résultat.",
        "Write the result in digits, or the exact word of the result.",
    ),
    "lettre_concorde": (
        "La lettre dit {recu} : le calcul donne la même chose.",
        "The letter says {recu}: the computation gives the same.",
    ),
    "lettre_differe": (
        "La lettre dit {recu}, le calcul {calcule}. Rien ici ne prouve qui se trompe.",
        "The letter says {recu}, the computation {calcule}. Nothing here proves who is wrong.",
    ),
    "lettre_reponses": ("Une réponse l'expliquerait", "An answer would explain it"),
    "lettre_dates": ("Une autre date l'expliquerait", "Another date would explain it"),
    "lettre_parametres": (
        "La valeur d'une autre année l'expliquerait",
        "The value of another year would explain it",
    ),
    "lettre_humain": ("Ce qu'une personne a pu décider", "What a person may have decided"),
    "lettre_impossibles": ("Ce qui ne l'explique pas seul :", "What does not explain it alone:"),
    "lettre_aucune": (
        "Aucune réponse, date ou valeur, changée seule, ne donne ce résultat.",
        "No answer, date or value, changed alone, gives this result.",
    ),
    "lettre_suites": ("Que faire", "What to do"),
    "dates_titre": ("Le même cas à une autre date", "The same case on another date"),
    "dates_champ": ("Règles en vigueur depuis le", "Rules in force since"),
    "dates_identique": (
        "Aucune étape ni aucun paramètre ne change.",
        "No step and no parameter changes.",
    ),
    "dates_refus": (
        "La règle de ce jour-là demande d'autres réponses.",
        "The rule of that day asks for other answers.",
    ),
    "dates_absent": ("–", "–"),
}
