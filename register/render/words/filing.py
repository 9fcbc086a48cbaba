"""Words of « Déposer une fiche » and of the contribution anyone can write."""

FILING = {
    "depot_titre": ("Déposer une fiche", "File a card"),
    "depot_description": (
        "Décrire un algorithme public question par question, et repartir avec ses fichiers.",
        "Describe a public algorithm question by question, and leave with its files.",
    ),
    "depot_chapo": (
        "Décrivez un algorithme qui sert à décider, une question à la fois. À la fin, vous "
        "emportez des fichiers prêts à déposer et la marche à suivre.",
        "Describe an algorithm used to decide, one question at a time. At the end you take away "
        "files ready to be filed, and what to do with them.",
    ),
    "depot_garde": (
        "Rien n'est gardé ici : vos réponses voyagent dans la page et s'effacent quand vous la "
        "quittez. Téléchargez le brouillon pour le reprendre plus tard.",
        "Nothing is kept here: your answers travel in the page and are gone when you leave it. "
        "Download the draft to take it up again later.",
    ),
    "depot_francais": (
        "Les fiches s'écrivent en français.",
        "Cards are written in French; the name and the summary may also be given in English. "
        "Findings are shown in the words of the validator, in French.",
    ),
    "depot_services": (
        "Écrivez des services, jamais le nom d'un agent : la fiche sera publique "
        "(CRPA, art. L. 312-1-2).",
        "Name departments, never an officer: the card will be public (CRPA, art. L. 312-1-2).",
    ),
    "depot_depart": ("D'où partez-vous ?", "What do you start from?"),
    "depot_depart_rien": ("De rien", "Nothing"),
    "depot_depart_rien_aide": (
        "Les questions sont vides.",
        "The questions are empty.",
    ),
    "depot_depart_modele": ("Du modèle", "The template"),
    "depot_depart_modele_aide": (
        "Une fiche imaginaire, la cantine de Valbrune : remplacez chaque réponse.",
        "An imaginary card, the canteen of Valbrune: replace every answer.",
    ),
    "depot_depart_fiche": (
        "D'une fiche du registre : mon administration utilise le même algorithme",
        "A card of the register: my administration uses the same algorithm",
    ),
    "depot_depart_fiche_aide": (
        "Vous ne recopiez pas la fiche : vous y ajoutez votre administration.",
        "You do not copy the card: you add your administration to it.",
    ),
    "depot_depart_fichier": (
        "D'un brouillon, d'un zip ou d'un fichier YAML",
        "A draft, a zip or a YAML file",
    ),
    "depot_depart_fichier_aide": (
        "Même un peu faux : ce qui peut l'être est repris, le reste est dit.",
        "Even slightly wrong: what can be is taken over, the rest is told.",
    ),
    "depot_depart_registre": (
        "De l'export d'un autre registre",
        "The export of another register",
    ),
    "depot_depart_registre_aide": (
        "Le brouillon dit ce qui n'a pas de place ici.",
        "The draft says what has no place here.",
    ),
    "depot_fiche": ("La fiche", "The card"),
    "depot_choisir": ("— choisir —", "— choose —"),
    "depot_avec_fichier": ("Si vous avez un fichier", "If you have a file"),
    "depot_fichier": ("Le fichier", "The file"),
    "depot_fichier_aide": (
        "500 Kio au plus. Vous pouvez le déposer sur ce bouton.",
        "At most 500 KiB. You may drop it on this button.",
    ),
    "depot_colle": ("Ou son contenu, collé ici", "Or its content, pasted here"),
    "depot_format": ("Le registre d'origine", "The register it comes from"),
    "depot_format_etalab": ("Grille d'inventaire d'Etalab (CSV)", "Etalab's inventory grid (CSV)"),
    "depot_format_nl": ("Registre néerlandais (JSON)", "Dutch register (JSON)"),
    "depot_format_uk": ("ATRS britannique (JSON)", "United Kingdom ATRS (JSON)"),
    "depot_format_publiccode": ("publiccode.yml", "publiccode.yml"),
    "depot_rang": ("Numéro de la ligne à reprendre", "Number of the record to take"),
    "depot_rang_aide": (
        "Un export contient souvent plusieurs algorithmes : 1 pour le premier.",
        "An export often holds several algorithms: 1 for the first.",
    ),
    "depot_commencer": ("Commencer", "Start"),
    "depot_guide": ("Lire le guide avant de commencer", "Read the guide first"),
    "depot_faute_fiche": ("Choisissez une fiche dans la liste.", "Choose a card in the list."),
    "depot_faute_fichier": (
        "Choisissez un fichier, ou collez son contenu.",
        "Choose a file, or paste its content.",
    ),
    "depot_faute_illisible": (
        "Rien n'a pu être repris de ce fichier.",
        "Nothing could be taken over from this file.",
    ),
    "depot_faute_long": (
        "Ce fichier ou ces réponses dépassent ce que le formulaire accepte : 500 Kio pour un "
        "fichier, 1 Mio en tout. Rien n'a été gardé ; revenez en arrière pour retrouver vos "
        "réponses.",
        "This file or these answers are larger than the form accepts: 500 KiB for a file, 1 MiB "
        "in all. Nothing was kept; go back to find your answers again.",
    ),
    "depot_section_fiche": ("La fiche", "The card"),
    "depot_section_administration": ("L'administration", "The administration"),
    "depot_section_metier": ("La décision", "The decision"),
    "depot_section_impact": ("L'impact", "The impact"),
    "depot_section_fonctionnement": ("Le fonctionnement", "How it works"),
    "depot_section_devoirs": ("Les devoirs de la loi", "The duties of the law"),
    "depot_section_autour": ("Autour du calcul", "Around the computation"),
    "depot_section_deploiement": ("Votre administration", "Your administration"),
    "depot_progression": ("Question {rang} sur {total}", "Question {rang} of {total}"),
    "depot_questions": ("Toutes les questions", "All questions"),
    "depot_etat_vide": ("à remplir", "to fill in"),
    "depot_etat_commence": ("à compléter", "to complete"),
    "depot_etat_fautif": ("à corriger ({nombre})", "to correct ({nombre})"),
    "depot_etat_fait": ("rempli", "filled in"),
    "depot_ici": ("question affichée", "question shown"),
    "depot_continuer": ("Continuer", "Continue"),
    "depot_continuer_sans": ("Continuer sans corriger", "Continue without correcting"),
    "depot_precedent": ("Question précédente", "Previous question"),
    "depot_verifier": ("Vérifier cette page", "Check this page"),
    "depot_relire": ("Relire et déposer", "Review and file"),
    "depot_brouillon": ("Télécharger le brouillon (.zip)", "Download the draft (.zip)"),
    "depot_a_corriger": (
        "Des réponses sont à corriger sur cette page",
        "Some answers need correcting on this page",
    ),
    "depot_bloquant": ("À corriger", "To correct"),
    "depot_attention": ("À regarder", "To look at"),
    "depot_information": ("À savoir", "To know"),
    "depot_reponse": ("Votre réponse", "Your answer"),
    "depot_fr": ("En français", "In French"),
    "depot_en": ("En anglais, si vous l'avez", "In English, if you have it"),
    "depot_facultatif": ("facultatif", "optional"),
    "depot_inconnu": ("Cherché sans être trouvé ?", "Searched and not found?"),
    "depot_inconnu_tout": ("Tout cela est inconnu ?", "All of this is unknown?"),
    "depot_inconnu_quoi": ("Ce que vous avez consulté", "What you looked at"),
    "depot_sans_reponse": ("sans réponse", "no answer"),
    "depot_exemple": ("Dans le modèle : {exemple}", "In the template: {exemple}"),
    "depot_sans_source": (
        "Aucun document n'est encore dans la liste : ajoutez-le à la question « Sur quels "
        "documents vous appuyez-vous ? ».",
        "No document is listed yet: add it under the question “Which documents do you rely on?”.",
    ),
    "depot_element": ("Nº {rang}", "No. {rang}"),
    "depot_ajouter": ("Ajouter un bloc", "Add a block"),
    "depot_retirer": ("Retirer : {titre}", "Remove: {titre}"),
    "depot_fichier_garde": (
        "Ce fichier dit plus que ce que le formulaire demande : il est gardé tel quel, et vous "
        "pouvez le corriger ici.",
        "This file says more than the form asks: it is kept as it is, and you may correct it here.",
    ),
    "depot_lecture": (
        "Lecture : {mots} mots, {phrases} phrase(s), indice LIX {lix}.",
        "Reading: {mots} words, {phrases} sentence(s), LIX {lix}.",
    ),
    "depot_lecture_difficile": (
        "Difficile à lire : {mots} mots, {phrases} phrase(s), indice LIX {lix}.",
        "Hard to read: {mots} words, {phrases} sentence(s), LIX {lix}.",
    ),
    "depot_longues": ("Les phrases trop longues sont marquées :", "Sentences too long are marked:"),
    "depot_repris": (
        "{nombre} question(s) ont déjà une réponse. Relisez-les toutes.",
        "{nombre} question(s) already have an answer. Read them all again.",
    ),
    "depot_ligne": ("ligne {ligne} : {phrase}", "line {ligne}: {phrase}"),
    "depot_perdus": ("Ce qui n'a pas pu être repris", "What could not be taken over"),
    "depot_plusieurs": (
        "Ce fichier contient {nombre} algorithmes ; voici le n° {rang}.",
        "This file holds {nombre} algorithms; this is number {rang}.",
    ),
    "depot_imaginaire": (
        "Tout ce qui est rempli est imaginaire : remplacez chaque réponse avant de déposer.",
        "Everything filled in is imaginary: replace each answer before filing.",
    ),
    "depot_partage": (
        "Vous ajoutez votre administration à la fiche {fiche}.",
        "You are adding your administration to the card {fiche}.",
    ),
    "depot_fin_titre": ("Relire et déposer", "Review and file"),
    "depot_fin_pret": (
        "Rien ne bloque le dépôt. Une personne relira la fiche avant de la publier.",
        "Nothing stops the filing. A person will read the card before it is published.",
    ),
    "depot_fin_bloque": (
        "{nombre} réponse(s) à corriger avant le dépôt.",
        "{nombre} answer(s) to correct before filing.",
    ),
    "depot_fin_autres": (
        "{nombre} point(s) à regarder ou à compléter : ils n'empêchent pas le dépôt et restent "
        "visibles sur la fiche.",
        "{nombre} item(s) to look at or to complete: they do not stop the filing and stay visible "
        "on the card.",
    ),
    "depot_constats": ("Ce que dit la vérification", "What the check says"),
    "depot_ailleurs": ("Sur les fichiers", "On the files"),
    "depot_apercu": ("Voir la fiche telle qu'elle sera", "See the card as it will be"),
    "depot_apercu_notice": (
        "Aperçu : cette fiche n'est pas publiée.",
        "Preview: this card is not published.",
    ),
    "depot_apercu_impossible": (
        "L'aperçu demande une fiche sans réponse à corriger.",
        "The preview needs a card with nothing to correct.",
    ),
    "depot_emporter": ("1. Emporter les fichiers", "1. Take the files away"),
    "depot_emporter_zip": ("Télécharger les fichiers (.zip)", "Download the files (.zip)"),
    "depot_voir_fichiers": ("Lire les fichiers", "Read the files"),
    "depot_proposer": ("2. Proposer la fiche", "2. Propose the card"),
    "depot_proposer_plus_tard": (
        "Corrigez d'abord ce qui bloque ; la branche, le message et la marche à suivre viendront "
        "ici.",
        "First correct what stops the filing; the branch, the message and what to do come here.",
    ),
    "depot_proposer_lien": (
        "Ouvrir le fichier déjà rempli sur la forge",
        "Open the file already filled in on the forge",
    ),
    "depot_proposer_lien_aide": (
        "Vous y êtes connecté avec votre compte. L'adresse contient la fiche, qui est destinée à "
        "être publique.",
        "You are signed in there with your account. The address holds the card, which is meant to "
        "be public.",
    ),
    "depot_pas_ouvrir": (
        'Ouvrez <a href="{adresse}" rel="noopener">le dépôt du registre</a> et connectez-vous.',
        'Open <a href="{adresse}" rel="noopener">the repository of the register</a> and sign in.',
    ),
    "depot_pas_ouvrir_sans": (
        "Ouvrez le dépôt du registre dans votre navigateur et connectez-vous. Son adresse est sur "
        'la page <a href="{adresse}">À propos</a>.',
        "Open the repository of the register in your browser and sign in. Its address is on the "
        '<a href="{adresse}">About</a> page.',
    ),
    "depot_pas_deposer": (
        "Décompressez le zip, puis déposez le dossier <code>algorithms</code> sur <a "
        'href="{adresse}" rel="noopener">la page d\'ajout de fichiers</a>.',
        'Unzip, then drop the <code>algorithms</code> folder on <a href="{adresse}" '
        'rel="noopener">the page where files are added</a>.',
    ),
    "depot_pas_deposer_sans": (
        "Décompressez le zip, puis ajoutez chaque fichier à l'endroit qu'indique son chemin.",
        "Unzip, then add each file at the place its path says.",
    ),
    "depot_pas_nouveau": (
        'Ouvrez <a href="{adresse}" rel="noopener">le nouveau fichier</a> et collez-y le contenu '
        "ci-dessus.",
        'Open <a href="{adresse}" rel="noopener">the new file</a> and paste the content above in '
        "it.",
    ),
    "depot_pas_branche": ("Choisissez une nouvelle branche :", "Choose a new branch:"),
    "depot_pas_message": ("Avec ce message :", "With this message:"),
    "depot_pas_demande": (
        "Ouvrez la demande de fusion avec ce texte :",
        "Open the request to merge with this text:",
    ),
    "depot_pas_titre": ("Titre :", "Title:"),
    "depot_sans_compte": (
        "Sans compte sur la forge ? Envoyez le zip à l'éditeur du registre, nommé sur "
        'la page <a href="{adresse}">À propos</a>.',
        "No account on the forge? Send the zip to the publisher of the register, named "
        'on the <a href="{adresse}">About</a> page.',
    ),
    "depot_code_decrit": ("La machine", "The machine"),
    "depot_code_humain": ("Une personne", "A person"),
    "depot_code_non_calculable": (
        "On ne sait pas : personne ne peut la refaire",
        "Not known: nobody can redo it",
    ),
    "depot_code_nombre": ("un nombre", "a number"),
    "depot_code_entier": ("un nombre entier", "a whole number"),
    "depot_code_oui_non": ("oui ou non", "yes or no"),
    "depot_code_choix": ("un choix dans une liste", "a choice in a list"),
    "depot_code_date": ("une date", "a date"),
    "depot_code_liste": ("une liste", "a list"),
    "depot_code_commune": ("une commune", "a municipality"),
}
