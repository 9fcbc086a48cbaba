"""Words of what an administration takes: the mention, the answer, the embedded card, its list."""

PUBLISHING = {
    "ment_titre": ("La mention à imprimer\u00a0: {nom}", "The mention to print: {nom}"),
    "ment_sans_decision": (
        "La fiche dit qu'aucune décision individuelle n'est prise : aucune mention n'est alors due "
        "(CRPA, art. L. 311-3-1).",
        "The card says that no individual decision is taken: no mention is then owed (CRPA, "
        "art. L. 311-3-1).",
    ),
    "ment_description": (
        "La mention due sur la décision (CRPA, art. L. 311-3-1 et R. 311-3-1-1).",
        "The mention owed on the decision (CRPA, art. L. 311-3-1 and R. 311-3-1-1).",
    ),
    "ment_chapo": (
        "Texte écrit d'après la fiche, à porter sur la décision, en ligne et sur papier. Il "
        "contient ce que demande l'article R. 311-3-1-1 ; ce que la fiche ne sait pas est un "
        "blanc.",
        "Text written from the card, to be put on the decision, on line and on paper. It holds "
        "what art. R. 311-3-1-1 requires; what the card does not know is a blank.",
    ),
    "ment_texte": ("La mention", "The mention"),
    "ment_verifier": ("Vérifier ce texte", "Check this text"),
    "ment_elements": ("Ce que la loi demande d'y lire", "What the law asks to read in it"),
    "ment_trouve": ("des mots le disent, à relire", "some words say it, to be read"),
    "ment_absent": ("pas trouvé", "not found"),
    "ment_automatique": (
        "Cette vérification cherche des mots, elle ne juge pas le sens : une personne doit relire.",
        "This check looks for words and does not judge their sense: a person must read it.",
    ),
    "ment_cadre": ("Montrer la fiche sur votre site", "Show the card on your site"),
    "ment_cadre_aide": (
        "Copiez ces lignes dans votre page. Le cadre ne contient aucun script.",
        "Copy these lines into your page. The frame holds no script.",
    ),
    "ment_publiees": ("Page de vos règles publiées", "Page of your published rules"),
    "ment_reponse": ("Répondre à une demande individuelle", "Answer an individual request"),
    "ment_reponse_aide": (
        "Modèle de réponse en quatre points (CRPA, art. R. 311-3-1-2). Sans rien d'autre, il est "
        "rempli d'après la fiche et garde des blancs pour le cas de la personne. Avec les données "
        "d'un calcul fait ici (le fichier JSON de « Mon cas »), il porte ses valeurs.",
        "Template of an answer in four items (CRPA, art. R. 311-3-1-2). On its own it is filled "
        "from the card and keeps blanks for the person's case. With the data of a computation "
        "made here (the JSON file of “My case”), it holds their values.",
    ),
    "ment_calcul": ("Données du calcul (JSON), si vous en avez", "Data of the computation (JSON)"),
    "ment_calcul_faux": (
        "Ces données ne sont pas celles d'un calcul de cette fiche.",
        "These data are not those of a computation of this card.",
    ),
    "ment_preparer": ("Préparer la réponse", "Prepare the answer"),
    "ment_publiees_aide": (
        "Une page à lier depuis votre site, qui liste vos traitements décrits ici.",
        "A page to link from your site, listing your algorithms described here.",
    ),
    "cadre_finalite": ("Finalité", "Purpose"),
    "cadre_lire": ("Lire la fiche entière", "Read the whole card"),
    "publ_titre": ("Règles publiées\u00a0: {nom}", "Published rules: {nom}"),
    "publ_description": (
        "Les traitements algorithmiques de cette administration décrits au registre.",
        "The algorithms of this administration described in the register.",
    ),
    "publ_chapo": (
        "Les traitements de cette administration que le registre décrit, et ce qu'elle a publié "
        "elle-même (CRPA, art. L. 312-1-3). Cette liste n'est pas son inventaire.",
        "The algorithms of this administration the register describes, and what it published "
        "itself (CRPA, art. L. 312-1-3). This list is not its inventory.",
    ),
    "publ_en_ligne": ("règles publiées par l'administration", "rules published by it"),
    "publ_pas": ("pas de publication constatée", "no publication observed"),
    "publ_inconnu": ("publication inconnue", "publication unknown"),
    "apercu_reserve": (
        "Aperçu de fichiers, publiés ou non. Les autres pages du registre n'y sont pas.",
        "Preview of files, published or not. The other pages of the register are left out.",
    ),
}
