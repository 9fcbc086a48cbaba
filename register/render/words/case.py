"""Words of « Mon cas »: the date, the questions, what is wrong with an answer, the result."""

CASE = {
    "cal_titre": ("Mon cas : {nom}", "My case: {nom}"),
    "cal_titre_seul": ("Mon cas", "My case"),
    "cal_description": (
        "Refaire le calcul publié avec sa situation, étape par étape : {nom}.",
        "Do the published computation with your own situation, step by step: {nom}.",
    ),
    "cal_chapo": (
        "Choisissez la date, recopiez vos papiers : le calcul publié sur la fiche est refait "
        "devant vous, ligne par ligne.",
        "Choose the date, copy your papers: the computation published on the card is done again "
        "before you, line by line.",
    ),
    "cal_vie_privee": (
        "Vos réponses passent par la mémoire de ce serveur le temps de votre visite et nulle part "
        "ailleurs. Quitter cette page, même pour lire la fiche, les efface de l'écran ; elles "
        "deviennent inaccessibles en deux minutes.",
        "Your answers pass through the memory of this server for the time of your visit and "
        "nowhere else. Leaving this page, even to read the card, clears them from the screen; they "
        "become out of reach within two minutes.",
    ),
    "cal_sans_script": (
        "Le calcul a besoin de JavaScript. Les règles, les paramètres et les données se lisent "
        "sans lui sur la fiche.",
        "Computing needs JavaScript. Rules, parameters and data are read without it on the card.",
    ),
    "cal_attente": ("Les questions arrivent…", "The questions are coming…"),
    "cal_lire_fiche": ("Lire la fiche", "Read the card"),
    "cal_inconnue_titre": ("Cette fiche n'existe pas", "This card does not exist"),
    "cal_inconnue": (
        "Aucune fiche de ce registre ne porte cet identifiant. Il a peut-être été mal recopié.",
        "No card of this register has this identifier. It may have been copied wrongly.",
    ),
    "cal_sans_fiche_titre": ("De quelle décision s'agit-il ?", "Which decision is it about?"),
    "cal_sans_fiche": (
        "Choisissez d'abord l'algorithme : voici ceux qui peuvent être recalculés ici.",
        "Choose the algorithm first: here are those that can be computed here.",
    ),
    "cal_chercher": ("Chercher une fiche", "Look for a card"),
    "cal_date": ("La date qui compte", "The date that counts"),
    "cal_date_decision": (
        "Quel jour la décision a-t-elle été prise ? La date est écrite sur la lettre. C'est la "
        "règle de ce jour-là qui s'applique.",
        "On which day was the decision taken? The date is on the letter. The rule of that day "
        "applies.",
    ),
    "cal_date_infraction": (
        "Quel jour l'infraction a-t-elle été commise ? Ce n'est pas la date de la lettre.",
        "On which day was the offence committed? It is not the date of the letter.",
    ),
    "cal_date_mois_du": (
        "Pour quel mois la somme est-elle due ? Elle est souvent versée le mois suivant.",
        "For which month is the sum due? It is often paid the month after.",
    ),
    "cal_date_campagne": (
        "De quelle année s'agit-il ? Celle de la campagne — l'envoi, la rentrée ou la session —, "
        "pas celle de vos revenus.",
        "Which year is it? That of the campaign — the issue, the school year or the session —, not "
        "that of your income.",
    ),
    "cal_date_annee_des_revenus": (
        "De quelle année sont les revenus ? L'avis d'impôt reçu une année porte sur les revenus "
        "de l'année d'avant.",
        "Which year was the income earned? A tax notice received one year is about the income of "
        "the year before.",
    ),
    "cal_jour": ("Jour", "Day"),
    "cal_mois": ("Mois", "Month"),
    "cal_annee": ("Année", "Year"),
    "cal_hors_des_dates": (
        "La date de l'adresse, {lu}, est hors de celles de cette fiche, de {debut} à {fin} : "
        "choisissez celle qui compte pour vous.",
        "The date in the address, {lu}, is outside those of this card, from {debut} to {fin}: "
        "choose the one that counts for you.",
    ),
    "cal_jour_impossible": (
        "Ce jour n'existe pas dans le calendrier : corrigez le jour ou le mois.",
        "There is no such day in the calendar: correct the day or the month.",
    ),
    "cal_questions": ("Votre situation", "Your situation"),
    "cal_aucune_question": (
        "Aucune question pour cette date : le calcul dira pourquoi.",
        "No question for this date: the computation will say why.",
    ),
    "cal_facultatif": ("facultatif", "optional"),
    "cal_humain": (
        "Ce qu'une personne a décidé ; laissez vide si vous ne le savez pas.",
        "What a person decided; leave it empty if you do not know.",
    ),
    "cal_entre": ("De {min} à {max}.", "From {min} to {max}."),
    "cal_exemple_nombre": ("Par exemple {valeur}.", "For example {valeur}."),
    "cal_exemple_date": ("Par exemple 12/03/2024.", "For example 12/03/2024 (day/month/year)."),
    "cal_choisir": ("Choisir", "Choose"),
    "cal_moteur_prepare": (
        "Le modèle de calcul se prépare : quelques secondes, une fois par démarrage du site.",
        "The computing model is getting ready: a few seconds, once each time the site starts.",
    ),
    "cal_moteur_pret": ("Le modèle de calcul est prêt.", "The computing model is ready."),
    "cal_en_cours": (
        "Le calcul est en cours : vos réponses restent à l'écran.",
        "The computation is under way: your answers stay on the screen.",
    ),
    "cal_moteur_absent": (
        "Le moteur OpenFisca n'est pas installé sur ce site : cette fiche ne se calcule pas ici. "
        "Ses règles se lisent sur la fiche, qui dit aussi à qui demander une explication.",
        "The OpenFisca engine is not installed on this site: this card cannot be computed here. "
        "Its rules are read on the card, which also tells whom to ask for an explanation.",
    ),
    "cal_calculer": ("Calculer", "Compute"),
    "cal_effacer": ("Effacer mes réponses", "Erase my answers"),
    "cal_exemples": ("Essayer avec un exemple", "Try with an example"),
    "cal_exemple": ("Situation d'exemple", "Example situation"),
    "cal_remplir": ("Remplir et calculer", "Fill in and compute"),
    "cal_fautes_une": ("Une réponse est à revoir", "One answer needs another look"),
    "cal_fautes": ("{nombre} réponses sont à revoir", "{nombre} answers need another look"),
    "cal_faute_absente": ("Répondez à cette question.", "Answer this question."),
    "cal_faute_nombre": (
        "Écrivez un nombre en chiffres, par exemple 14200 ou 14 200,50.",
        "Write a number in digits, for example 14200 or 14200.50.",
    ),
    "cal_faute_entier": (
        "Écrivez un nombre entier en chiffres, par exemple 3.",
        "Write a whole number in digits, for example 3.",
    ),
    "cal_faute_milliers": (
        "Écrivez les milliers sans point ni virgule, par exemple 14200.",
        "Write thousands without a point or a comma, for example 14200.",
    ),
    "cal_faute_date": (
        "Écrivez un jour du calendrier, par exemple 12/03/2024.",
        "Write a day of the calendar, day first, for example 12/03/2024.",
    ),
    "cal_faute_bornes": (
        "Donnez un nombre de {min} à {max}.",
        "Give a number from {min} to {max}.",
    ),
    "cal_faute_liste": (
        "Choisissez une des réponses proposées.",
        "Choose one of the answers given.",
    ),
    "cal_faute": ("Cette réponse ne peut pas être utilisée.", "This answer cannot be used."),
    "cal_resultat": ("Le résultat", "The result"),
    "cal_garder": ("Garder ce relevé", "Keep this statement"),
    "cal_garder_ou": (
        "Le fichier est fait par votre navigateur ; le serveur n'en garde rien.",
        "The file is made by your browser; the server keeps nothing of it.",
    ),
    "cal_page": ("Enregistrer la page (HTML)", "Save the page (HTML)"),
    "cal_donnees": ("Enregistrer les données (JSON)", "Save the data (JSON)"),
    "cal_imprimer": ("Imprimer", "Print"),
    "cal_suite": (
        "Ce résultat diffère de la lettre reçue ? La fiche dit comment demander l'explication "
        "officielle et comment contester.",
        "Does this result differ from the letter you received? The card says how to ask for the "
        "official explanation and how to challenge the decision.",
    ),
    "cal_vos_droits": ("Vos droits et vos délais", "Your rights and deadlines"),
}
