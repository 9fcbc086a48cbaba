"""Words of the other plain pages: search, guides, monographs, what was not found."""

PAGES = {
    "rech_titre": ("Toutes les fiches", "All cards"),
    "rech_titre_mots": ("Recherche : {mots}", "Search: {mots}"),
    "rech_description": (
        "Chercher un algorithme public par la décision reçue, l'administration ou le domaine.",
        "Look for a public algorithm by decision received, administration or domain.",
    ),
    "rech_champ": ("Quelle décision avez-vous reçue ?", "Which decision did you receive?"),
    "rech_aide": (
        "Un mot de la lettre, un sigle, une administration. Les fautes de frappe sont admises.",
        "A word of the letter, an acronym, an administration. Typing errors are forgiven.",
    ),
    "rech_bouton": ("Chercher", "Search"),
    "rech_nombre_un": ("1 fiche", "1 card"),
    "rech_nombre": ("{nombre} fiches", "{nombre} cards"),
    "rech_zero": ("Aucune fiche ne correspond.", "No card matches."),
    "rech_zero_aide": (
        "Le registre ne couvre encore que quelques algorithmes. "
        '<a href="{toutes}">Voir toutes les fiches</a>, ou <a href="{demander}">écrire à '
        "l'administration</a> sans fiche.",
        'The register only covers a few algorithms so far. <a href="{toutes}">See all cards</a>, '
        'or <a href="{demander}">write to the administration</a> without a card.',
    ),
    "rech_corrigee": ("Résultats pour « {mots} ».", "Results for “{mots}”."),
    "rech_essayer": ("Essayez : {mots}", "Try: {mots}"),
    "rech_pas_tous": (
        "Aucune fiche ne contient tous ces mots ; celles-ci en contiennent une partie.",
        "No card holds all these words; these hold some of them.",
    ),
    "rech_filtres": ("Affiner", "Narrow down"),
    "rech_choisi": ("choisi, enlever", "chosen, remove"),
    "fac_domaine": ("Domaine", "Domain"),
    "fac_situation": ("Situation de vie", "Life situation"),
    "fac_administration": ("Administration", "Administration"),
    "fac_territoire": ("Territoire", "Territory"),
    "fac_contribution": ("Part du calcul", "Weight of the computation"),
    "fac_statut": ("État", "Status"),
    "fac_executable": ("Calcul", "Computing"),
    "hit_calculable": ("Votre cas peut être calculé ici", "Your case can be computed here"),
    "mono_titre": ("Monographie : {nom}", "Monograph: {nom}"),
    "mono_absente": ("La monographie de cet algorithme est", "The monograph of this algorithm is"),
    "guides_titre": ("Guides", "Guides"),
    "guides_description": (
        "Lire une fiche, demander une explication, déposer, relire ou discuter une fiche.",
        "Read a card, ask for an explanation, file, review or discuss a card.",
    ),
    "guides_langue": (
        "Les guides sont en français.",
        "Guides are written in French; each has a summary in English.",
    ),
    "guides_personnes": ("Vous avez reçu une décision", "You received a decision"),
    "guides_administrations": (
        "Vous tenez un algorithme ou sa fiche",
        "You run an algorithm or keep its card",
    ),
    "guides_relecteurs": ("Vous vérifiez une fiche", "You check a card"),
    "guides_auteurs": ("Vous écrivez des règles ou du code", "You write rules or code"),
    "guides_autres": ("Et aussi", "And also"),
    "glossaire_titre": ("Les mots expliqués", "Words explained"),
    "glossaire_description": (
        "Les sigles et les mots de la loi que les fiches emploient, et d'où vient chaque "
        "définition.",
        "The acronyms and legal words that cards use, and where each definition comes from.",
    ),
    "guides_aucun": ("Aucun guide n'est encore publié.", "No guide is published yet."),
    "hors_titre": ("Ce qui n'est pas dans le registre", "What is not in the register"),
    "hors_description": (
        "Des programmes publics connus, qui ne prennent aucune décision sur une personne, et "
        "pourquoi ils n'ont pas de fiche.",
        "Known public programs that take no decision about a person, and why they have no card.",
    ),
    "hors_loi": (
        "La loi vise les décisions individuelles (CRPA, art. L. 311-3-1). Un modèle qui prévoit "
        "l'économie ou évalue une réforme n'en prend aucune.",
        "The law covers individual decisions (CRPA, art. L. 311-3-1). A model that forecasts the "
        "economy or assesses a reform takes none.",
    ),
    "hors_liste": (
        "La mission Etalab tenait une liste d'algorithmes publiés, archivée en 2023. Elle compte "
        "quatorze programmes : onze calculent un droit, un impôt ou une affectation et relèvent "
        "d'une fiche ; les trois autres sont ici.",
        "The Etalab team kept a list of published algorithms, archived in 2023. It holds fourteen "
        "programs: eleven compute a right, a tax or a place and call for a card; the other three "
        "are here.",
    ),
    "hors_organisme": ("Qui le tient", "Who keeps it"),
    "hors_fait": ("Ce qu'il fait", "What it does"),
    "hors_pourquoi": ("Pourquoi il n'a pas de fiche", "Why it has no card"),
    "hors_code": ("Code publié", "Published code"),
    "hors_lu": ("D'après", "Based on"),
    "hors_absent": (
        "Ne pas trouver un algorithme, ni ici ni parmi les fiches, ne dit rien de lui.",
        "Finding an algorithm neither here nor among the cards says nothing about it.",
    ),
    "apropos_titre": ("À propos", "About"),
    "apropos_description": (
        "Ce que ce registre couvre et pourquoi, qui l'écrit, vie privée, accessibilité, licences.",
        "What this register covers and why, who writes it, privacy, accessibility, licences.",
    ),
    "absent_titre": ("Cette page n'existe pas", "This page does not exist"),
    "absent_texte": (
        "Rien ne se trouve à cette adresse. L'identifiant d'une fiche ne change jamais : "
        "l'adresse a peut-être été mal recopiée.",
        "There is nothing at this address. The identifier of a card never changes: "
        "the address may have been copied wrongly.",
    ),
    "absent_chercher": ("Chercher une fiche", "Look for a card"),
}
