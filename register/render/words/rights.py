"""Words of the pages that write a request, count the deadlines, or serve administrations."""

RIGHTS = {
    "dem_titre": ("Écrire une demande", "Write a request"),
    "dem_titre_fiche": ("Écrire une demande\u00a0: {nom}", "Write a request: {nom}"),
    "dem_description": (
        "La bonne demande, à la bonne administration, avec les articles et les délais.",
        "The right request, to the right administration, with the articles and the deadlines.",
    ),
    "dem_chapo": (
        "Dites ce que vous voulez : le registre choisit la demande et écrit la lettre. Vous la "
        "relisez, la corrigez et l'envoyez vous-même.",
        "Say what you want: the register chooses the request and writes the letter, in French. "
        "You read it, correct it and send it yourself.",
    ),
    "dem_rien_garde": (
        "Ce que vous écrivez ici passe par la mémoire du serveur le temps de fabriquer la page ou "
        "le fichier, et nulle part ailleurs : ni adresse, ni journal, ni fichier, ni témoin.",
        "What you write here passes through the server's memory while the page or the file is "
        "made, and nowhere else: no address, no log, no file, no cookie.",
    ),
    "dem_sans_fiche": (
        "Votre algorithme n'est pas au registre ? Cette page marche aussi sans fiche.",
        "Your algorithm is not in the register? This page works without a card too.",
    ),
    "dem_besoin": ("Que voulez-vous ?", "What do you want?"),
    "besoin_comprendre": (
        "Comprendre comment ma décision a été calculée",
        "Understand how my decision was computed",
    ),
    "besoin_raisons": (
        "Savoir pourquoi on m'a refusé ou sanctionné",
        "Know why I was refused or penalised",
    ),
    "besoin_regles": (
        "Que les règles du calcul soient publiées",
        "Have the rules of the computation published",
    ),
    "besoin_documents": ("Obtenir un document", "Obtain a document"),
    "besoin_code": ("Obtenir le programme", "Obtain the program"),
    "besoin_donnees": ("Voir les données qu'on a sur moi", "See the data held about me"),
    "besoin_personne": (
        "Qu'une personne regarde mon cas",
        "Have a person look at my case",
    ),
    "besoin_contester": ("Contester la décision", "Challenge the decision"),
    "besoin_refus": (
        "On a refusé ma demande, ou personne n'a répondu depuis un mois",
        "My request was refused, or nobody answered within a month",
    ),
    "besoin_silence": (
        "Savoir pourquoi une demande est restée sans réponse",
        "Know why a request was left without an answer",
    ),
    "besoin_refus_nombreux": (
        "Cinq administrations ou plus m'ont refusé la même chose",
        "Five administrations or more refused me the same thing",
    ),
    "besoin_aide": (
        "De l'aide : je n'arrive à rien avec l'administration",
        "Help: I get nowhere with the administration",
    ),
    "dem_concerne": (
        "La décision me concerne, moi ou l'organisme que je représente",
        "The decision concerns me, or the body I represent",
    ),
    "dem_concerne_aide": (
        "L'explication individuelle n'est due qu'à la personne concernée. À toute autre, le "
        "registre propose de demander la publication des règles ou les documents.",
        "The individual explanation is owed to the person concerned only. To anyone else the "
        "register proposes to ask for the rules on line or for the documents.",
    ),
    "dem_continuer": ("Continuer", "Continue"),
    "dem_autres": ("Ou bien", "Or else"),
    "dem_choisir": ("Choisir : {titre}", "Choose: {titre}"),
    "dem_votre_cas": ("Votre cas", "Your case"),
    "dem_vous": ("Vous", "You"),
    "dem_organisme": (
        "Si vous écrivez pour une entreprise ou une association",
        "If you write for a company or an association",
    ),
    "dem_vide": (
        "Rien n'est obligatoire. Ce que vous laissez vide devient un blanc à remplir, bien "
        "visible, dans la lettre.",
        "Nothing is mandatory. What you leave empty becomes a visible blank to fill in the letter.",
    ),
    "dem_preparer": ("Préparer la lettre", "Prepare the letter"),
    "dem_revenir": ("Changer mes réponses", "Change my answers"),
    "dem_recommencer": ("Choisir une autre demande", "Choose another request"),
    "ch_nom": ("Vos prénoms et nom (ou la dénomination)", "Your names (or the body's name)"),
    "ch_adresse": ("Votre adresse postale", "Your postal address"),
    "ch_courriel": ("Votre adresse électronique", "Your e-mail address"),
    "ch_genre": ("Vous écrivez pour", "You write for"),
    "choix_genre_personne": ("vous-même", "yourself"),
    "choix_genre_entreprise": ("une entreprise", "a company"),
    "choix_genre_association": ("une association", "an association"),
    "ch_forme": ("Forme (société, association…)", "Form (company, association…)"),
    "ch_immatriculation": ("SIREN ou numéro RNA", "SIREN or RNA number"),
    "ch_representant": ("Prénoms et nom du représentant", "Names of the representative"),
    "ch_administration": ("L'administration", "The administration"),
    "ch_adresse_administration": (
        "Son adresse, écrite sur la décision",
        "Its address, written on the decision",
    ),
    "ch_decision": ("La décision reçue", "The decision received"),
    "ch_decision_le": ("Date de la décision", "Date of the decision"),
    "ch_notifiee_le": ("Décision reçue (notifiée) le", "Decision received (notified) on"),
    "ch_reference": ("Sa référence", "Its reference"),
    "ch_sans_mention": (
        "La décision ne dit nulle part qu'un algorithme a servi",
        "The decision says nowhere that an algorithm was used",
    ),
    "ch_publication_aussi": (
        "Demander aussi, à part, la publication des règles en ligne",
        "Also ask, separately, for the rules to be published on line",
    ),
    "ch_premiere": ("Ce que vous aviez demandé", "What you had asked for"),
    "choix_premiere_explication": ("une explication de mon cas", "an explanation of my case"),
    "choix_premiere_publication": ("la publication des règles", "the publication of the rules"),
    "choix_premiere_documents": ("des documents", "documents"),
    "choix_premiere_code_source": ("un code source", "source code"),
    "ch_demande": ("L'objet de votre demande", "The subject of your request"),
    "ch_demande_le": ("Date de la demande", "Date of the request"),
    "ch_recue_le": ("Reçue par l'administration le", "Received by the administration on"),
    "ch_refus_le": ("Refus écrit reçu le", "Written refusal received on"),
    "ch_sans_reponse": (
        "Personne n'a répondu dans le mois après la réception",
        "Nobody answered within a month of receipt",
    ),
    "ch_serie": (
        "Les demandes, une par ligne : nom ; adresse ; date ; date du refus",
        "The requests, one a line: name; address; date; date of the refusal",
    ),
    "aide_serie": (
        "Dates écrites ainsi : 2026-09-01. Exemple : Commune d'Ys ; mairie@ys.example ; 2026-09-01",
        "Dates written like this: 2026-09-01. Example: Commune d'Ys ; mairie@ys.example ; "
        "2026-09-01",
    ),
    "ch_precision": ("Ce que vous voulez ajouter, dans vos mots", "Anything else, in your words"),
    "ch_cada_le": ("Saisine enregistrée par la CADA le", "Referral registered by the CADA on"),
    "ch_confirme_le": (
        "Second refus écrit, après la CADA, reçu le",
        "Second written refusal, after the CADA, received on",
    ),
    "ch_residence": ("Vous demeurez", "You live"),
    "ch_tribunal": ("Le tribunal administratif est", "The administrative court is"),
    "choix_tribunal_inconnu": ("je ne sais pas", "I do not know"),
    "choix_tribunal_metropole": ("en métropole", "in metropolitan France"),
    "choix_tribunal_chez_moi": ("outre-mer, là où je demeure", "overseas, where I live"),
    "choix_tribunal_outre_mer_ailleurs": (
        "outre-mer, là où je ne demeure pas",
        "overseas, where I do not live",
    ),
    "choix_residence_metropole": ("en métropole", "in metropolitan France"),
    "choix_residence_alsace_moselle": ("en Alsace ou en Moselle", "in Alsace or Moselle"),
    "choix_residence_guadeloupe": ("en Guadeloupe", "in Guadeloupe"),
    "choix_residence_guyane": ("en Guyane", "in French Guiana"),
    "choix_residence_martinique": ("en Martinique", "in Martinique"),
    "choix_residence_reunion": ("à La Réunion", "in Réunion"),
    "choix_residence_mayotte": ("à Mayotte", "in Mayotte"),
    "choix_residence_saint_barthelemy": ("à Saint-Barthélemy", "in Saint-Barthélemy"),
    "choix_residence_saint_martin": ("à Saint-Martin", "in Saint-Martin"),
    "choix_residence_saint_pierre_et_miquelon": (
        "à Saint-Pierre-et-Miquelon",
        "in Saint-Pierre-et-Miquelon",
    ),
    "choix_residence_polynesie_francaise": ("en Polynésie française", "in French Polynesia"),
    "choix_residence_wallis_et_futuna": ("à Wallis-et-Futuna", "in Wallis and Futuna"),
    "choix_residence_nouvelle_caledonie": ("en Nouvelle-Calédonie", "in New Caledonia"),
    "choix_residence_terres_australes": (
        "dans les Terres australes et antarctiques",
        "in the Southern and Antarctic Lands",
    ),
    "choix_residence_etranger": ("à l'étranger", "abroad"),
    "faute_titre": ("Des réponses sont à corriger", "Some answers need correcting"),
    "faute_date": (
        "{champ} : ce n'est pas une date. Exemple : 2026-09-30.",
        "{champ}: this is not a date. Example: 2026-09-30.",
    ),
    "faute_long": (
        "Vos réponses sont trop longues pour une lettre. Raccourcissez-les.",
        "Your answers are too long for a letter. Shorten them.",
    ),
    "let_titre": ("Votre lettre", "Your letter"),
    "let_chapo": (
        "Relisez-la et corrigez-la ici, puis prenez-la dans le format qui vous va.",
        "Read it and correct it here, then take it in the format that suits you. The letter is in "
        "French because it goes to a French administration.",
    ),
    "let_blancs_un": ("Un blanc reste à remplir :", "One blank is left to fill:"),
    "let_blancs": ("{nombre} blancs restent à remplir :", "{nombre} blanks are left to fill:"),
    "let_expediteur": ("Qui écrit", "Who writes"),
    "let_destinataire": ("À qui", "To whom"),
    "let_lieu_date": ("Lieu et date", "Place and date"),
    "let_objet": ("Objet", "Subject"),
    "let_corps": ("La lettre", "The letter"),
    "let_signature": ("Signature", "Signature"),
    "let_pieces": ("Pièces à joindre, une par ligne", "Attachments, one a line"),
    "let_articles": ("Articles sur lesquels elle se fonde", "Articles on which it stands"),
    "let_telecharger": ("Télécharger", "Download"),
    "let_docx": ("Traitement de texte (.docx)", "Word processor (.docx)"),
    "let_pdf": ("À imprimer (.pdf)", "To print (.pdf)"),
    "let_txt": ("Texte (.txt)", "Text (.txt)"),
    "let_courriel": ("Ouvrir ma messagerie", "Open my mail program"),
    "let_courriel_aide": (
        "L'objet seul est transmis à votre messagerie : collez-y la lettre, ou joignez le fichier.",
        "Only the subject goes to your mail program: paste the letter in it, or attach the file.",
    ),
    "let_alphabet": (
        "Le .pdf n'écrit que l'alphabet latin ; pour un nom dans un autre alphabet, prenez le "
        ".docx ou le .txt.",
        "The .pdf only writes the Latin alphabet; for a name in another one, take the .docx or "
        "the .txt.",
    ),
    "let_ensuite": ("Et ensuite", "What next"),
    "let_ensuite_delais": (
        "Envoyez-la de façon à garder une preuve de la date de réception, puis "
        '<a href="{delais}">comptez vos délais</a>.',
        'Send it so as to keep proof of the date of receipt, then <a href="{delais}">count your '
        "deadlines</a>.",
    ),
    "del_titre": ("Mes délais", "My deadlines"),
    "del_description": (
        "Les délais d'une demande d'explication, de la réception au tribunal, avec leurs articles.",
        "The deadlines of a request, from receipt to the court, with their articles.",
    ),
    "del_chapo": (
        "Donnez les dates que vous connaissez. Quand la loi se lit de plusieurs façons, le jour "
        "montré est le plus prudent : le plus tôt pour ce que vous devez faire, le plus tard pour "
        "le moment où le silence devient un refus.",
        "Give the dates you know. Where the law can be read in several ways, the day shown is the "
        "prudent one: the earliest for what you must do, the latest for when silence becomes a "
        "refusal.",
    ),
    "del_compter": ("Compter", "Count"),
    "del_resultat": ("Vos échéances", "Your dates"),
    "del_autre": ("selon l'autre lecture : {jour}", "on the other reading: {jour}"),
    "del_incertain": ("Ce qui n'est pas tranché", "What is unsettled"),
    "del_agenda": ("Mettre dans mon agenda (.ics)", "Put in my calendar (.ics)"),
    "del_limites": (
        "Ces jours sont calculés d'après les textes cités, lus dans des copies datées. Ils ne "
        "remplacent pas un avis juridique.",
        "These days are computed from the texts cited, read in dated copies. They do not replace "
        "legal advice.",
    ),
    "droits_ecrire": ("Écrire la demande", "Write the request"),
    "droits_delais": ("Compter mes délais", "Count my deadlines"),
    "droits_mention": ("Pour l'administration : la mention", "For the administration: the mention"),
}
