"""Words of the reviewer's desk: queue, dossier, states, reasons, opinions."""

AUDIT = {
    "aud_titre": ("Relire les fiches", "Review the cards"),
    "aud_description": (
        "La file du relecteur : ce que chaque fiche dit de chaque devoir de la loi, et ce qui "
        "reste à apprécier.",
        "The reviewer's queue: what each card says of each legal duty, and what is left to judge.",
    ),
    "aud_file": ("File de relecture", "Review queue"),
    "aud_enjeu": (
        "Rangée par enjeu : personnes concernées par an × devoirs sans réponse × jours depuis la "
        "dernière relecture. Sans nombre de personnes, la médiane des fiches qui en donnent un "
        "est comptée ; sans jour de relecture, une année.",
        "Sorted by what is at stake: people concerned each year × duties unanswered × days since "
        "the last review. Without a number of people, the median of the cards that give one "
        "counts; without a day of review, a year.",
    ),
    "aud_fiche": ("Fiche", "Card"),
    "aud_personnes": ("Personnes par an", "People per year"),
    "aud_sans_reponse": ("Devoirs à regarder", "Duties to look at"),
    "aud_jours": ("Jours depuis la relecture", "Days since review"),
    "aud_perimes": ("Avis périmés", "Stale opinions"),
    "aud_dossier": ("Dossier : {nom}", "Dossier: {nom}"),
    "aud_chapo": (
        "Ce dossier cite ce que la fiche dit de chaque devoir. Il ne dit pas si la loi est "
        "respectée : une personne le dit, dans un avis. Ce n'est pas un site officiel de l'État.",
        "This dossier quotes what the card says of each duty. It does not say whether the law is "
        "respected: a person does, in an opinion. This is not an official State site.",
    ),
    "aud_devoirs": ("Devoir par devoir", "Duty by duty"),
    "aud_bilan": ("{nombre} : {etat}", "{nombre}: {etat}"),
    "aud_rien": ("la fiche n'en dit rien", "the card says nothing of it"),
    "aud_juger": ("À juger par une personne", "For a person to judge"),
    "aud_article": ("Lire l'article", "Read the article"),
    "aud_lecture": ("Lecture, et non texte de loi", "A reading, not the text of the law"),
    "aud_rapporte": ("texte rapporté par une autre source", "text quoted by another source"),
    "aud_depuis": ("en vigueur depuis le {jour}", "in force since {jour}"),
    "aud_lie": ("Lie : {qui}", "Binds: {qui}"),
    "aud_avis": ("Avis", "Opinions"),
    "aud_aucun_avis": ("Aucun avis déposé.", "No opinion filed."),
    "aud_avis_de": ("{auteur}, le {jour}", "{auteur}, on {jour}"),
    "aud_avis_courant": (
        "Porte sur la fiche telle qu'elle est aujourd'hui.",
        "About the card as it stands today.",
    ),
    "aud_avis_perime": (
        "Périmé : la fiche a changé depuis ({fichiers}).",
        "Stale: the card has changed since ({fichiers}).",
    ),
    "aud_change": ("Depuis cet avis", "Since this opinion"),
    "aud_change_inconnu": (
        "La version lue n'est pas dans l'historique de ce registre : ce qui a changé ne peut être "
        "dit.",
        "The version read is not in the history of this register: what changed cannot be told.",
    ),
    "aud_numero": ("Avis n° {numero}", "Opinion no. {numero}"),
    "aud_lu_dans": ("Lu dans : {lu}, le {jour}", "Read in: {lu}, on {jour}"),
    "aud_demande": ("Demande : {demande}", "Asks: {demande}"),
    "aud_cas": ("Exemples de calcul, refaits maintenant", "Worked examples, computed again now"),
    "aud_cas_sans": ("Aucun exemple de calcul.", "No worked example."),
    "aud_cas_juste": ("même résultat", "same result"),
    "aud_code": ("Code source", "Source code"),
    "aud_lus": ("Empreintes git de ce qui a été lu", "Git fingerprints of what was read"),
    "aud_deploiements": ("Déploiements, relus un à un", "Deployments, reviewed one by one"),
    "aud_deploiement": ("Déploiement : {nom}", "Deployment: {nom}"),
    "aud_exporter": ("Dossier en JSON", "Dossier as JSON"),
    "aud_imprimer": (
        "Pour un dossier en papier, imprimez cette page.",
        "For a dossier on paper, print this page.",
    ),
    "aud_rediger": ("Rédiger un avis", "Write an opinion"),
    "aud_historique": ("Historique et différences", "History and differences"),
    "avis_titre": ("Avis sur : {nom}", "Opinion on: {nom}"),
    "avis_chapo": (
        "Rien n'est gardé ici : le registre vous remet le fichier, la branche et le message ; "
        "vous les déposez.",
        "Nothing is kept here: the register hands you the file, the branch and the message; you "
        "file them.",
    ),
    "avis_auteur": ("Au nom de qui", "On whose behalf"),
    "avis_texte": ("L'avis en quelques phrases", "The opinion in a few sentences"),
    "avis_constat": ("Constat", "Finding"),
    "avis_sans": ("— ne pas se prononcer —", "— no finding —"),
    "avis_demander": ("Ce qui est demandé", "What is asked"),
    "avis_preparer": ("Préparer le fichier", "Prepare the file"),
    "avis_pret": ("Avis à déposer", "Opinion to file"),
    "avis_fichier": ("Fichier", "File"),
    "avis_branche": ("Branche", "Branch"),
    "avis_message": ("Message", "Message"),
    "avis_comment": (
        "Créez la branche, déposez-y le fichier avec ce message, et ouvrez une demande de "
        "fusion. Un avis ne se modifie pas ensuite : on y répond.",
        "Create the branch, put the file there with this message, and open a merge request. An "
        "opinion is not edited afterwards: it is answered.",
    ),
    "avis_vide": (
        "Dites au nom de qui vous relisez.",
        "Say on whose behalf you review.",
    ),
    "etat_present": ("présent", "present"),
    "etat_a_completer": ("à compléter", "to be completed"),
    "etat_sans_objet": ("sans objet", "not applicable"),
    "etat_retenu": ("retenu", "withheld"),
    "etat_a_apprecier": ("à apprécier", "to be judged"),
    "motif_dit": ("La fiche répond.", "The card answers."),
    "motif_cle_absente": (
        "La fiche ne dit rien de « {cle} ».",
        "The card says nothing of “{cle}”.",
    ),
    "motif_cle_inconnue": (
        "La fiche dit « {cle} » inconnu, et ce qui a été cherché.",
        "The card says that “{cle}” is unknown, and what was searched.",
    ),
    "motif_cle_non": ("La fiche répond non à « {cle} ».", "The card answers no to “{cle}”."),
    "motif_condition_absente": (
        "Ce devoir ne lie pas : {condition} — non, dit la fiche.",
        "This duty does not bind: {condition} — no, says the card.",
    ),
    "motif_condition_inconnue": (
        "Nul ne sait si ce devoir lie : {condition} ?",
        "Nobody knows whether this duty binds: {condition}?",
    ),
    "motif_secret": ("Un secret est opposé : {lettre}.", "A secret is relied on: {lettre}."),
    "motif_regime": (
        "La fiche cite un régime dérogatoire.",
        "The card cites a special regime.",
    ),
    "motif_jugement": ("Seule une personne peut le dire.", "Only a person can say."),
    "motif_element_absent": (
        "Ces mots n'ont pas été trouvés dans la mention.",
        "These words were not found in the mention.",
    ),
    "motif_secret_sans_lettre": (
        "Un secret est opposé sans la lettre du 2° de l'article L. 311-5.",
        "A secret is relied on without the letter of article L. 311-5, 2°.",
    ),
    "motif_donnee_sensible": (
        "Des données sensibles entrent dans une décision entièrement automatisée.",
        "Sensitive data enter a fully automated decision.",
    ),
    "motif_revision_sans_validation": (
        "L'algorithme révise seul ses règles, sans validation déclarée.",
        "The algorithm revises its own rules, without any declared validation.",
    ),
    "motif_apprentissage_seul": (
        "Un apprentissage fonde seul la décision : qui valide ses révisions ?",
        "Machine learning alone grounds the decision: who validates its revisions?",
    ),
    "cond_decision_individuelle": ("décision individuelle", "individual decision"),
    "cond_entierement_automatisee": (
        "décision entièrement automatisée",
        "fully automated decision",
    ),
    "cond_donnees_personnelles": ("données personnelles", "personal data"),
    "cond_cinquante_etp": (
        "50 équivalents temps plein ou plus",
        "50 full-time equivalents or more",
    ),
    "cond_collectivite": ("collectivité territoriale", "local authority"),
    "cond_apprentissage": ("algorithme d'apprentissage", "machine learning"),
    "cond_regles_publiees": ("règles publiées en ligne", "rules published on line"),
    "cond_code_publie": ("code source publié", "source code published"),
    "cond_secret_invoque": ("secret opposé", "secret relied on"),
    "cond_regime_derogatoire": ("régime dérogatoire", "special regime"),
    "cond_haut_risque": ("système d'IA à haut risque", "high-risk AI system"),
    "nature_relecture": ("Relecture", "Review"),
    "nature_cada": ("Commission d'accès aux documents administratifs", "CADA"),
    "nature_juridiction": ("Juridiction", "Court"),
    "nature_defenseur_des_droits": ("Défenseur des droits", "Defender of rights"),
    "nature_reponse_administration": ("Réponse de l'administration", "Answer"),
    "sens_favorable": ("Favorable", "Favourable"),
    "sens_defavorable": ("Défavorable", "Unfavourable"),
    "sens_irrecevable": ("Irrecevable", "Inadmissible"),
    "sens_incompetence": ("Incompétence", "Lack of competence"),
    "sens_sans_objet": ("Sans objet", "Without object"),
}
