"""Words of the card page, in the order a person meets them."""

CARD = {
    "qui_decide": ("Qui décide", "Who decides"),
    "ce_que_fait_la_machine": ("Ce que fait le calcul", "What the computation does"),
    "qui_est_concerne": ("Qui est concerné", "Who is concerned"),
    "ce_que_vous_pouvez": ("Ce que vous pouvez faire, et quand", "What you can do, and by when"),
    "bref_demander": (
        '<a href="#droits">Demander l\'explication</a> de votre décision (CRPA, art. L. 311-3-1) : '
        "sans réponse au bout d'un mois, c'est un refus (art. R.* 311-12 et R. 311-13), et vous "
        "avez "
        "deux mois pour saisir la CADA (art. R. 343-1).",
        '<a href="#droits">Ask for the explanation</a> of your decision (CRPA, art. L. 311-3-1): '
        "no answer after one month is a refusal (art. R.* 311-12 and R. 311-13), and you then have "
        "two months to refer it to the CADA (art. R. 343-1).",
    ),
    "bref_contester": (
        "Cela n'arrête pas le délai pour contester la décision elle-même.",
        "This does not stop the clock for challenging the decision itself.",
    ),
    "bref_sans_decision": (
        "Aucune décision n'est prise sur vous : il n'y a pas d'explication individuelle à "
        'demander. Toute personne peut <a href="#droits">demander les documents</a>, dont le code '
        "source (CRPA, art. L. 311-1 et L. 300-2).",
        "No decision is taken about you: there is no individual explanation to ask for. Anyone may "
        '<a href="#droits">ask for the documents</a>, among them the source code (CRPA, '
        "art. L. 311-1 and L. 300-2).",
    ),
    "provenance_tiers": (
        "Fiche établie par des tiers d'après les sources citées. "
        "L'administration ne l'a ni écrite ni validée.",
        "Card written by third parties from the sources cited. "
        "The administration neither wrote nor approved it.",
    ),
    "provenance_administration": (
        "Fiche établie par l'administration qui prend la décision.",
        "Card written by the administration that takes the decision.",
    ),
    "provenance_relue": (
        "Relue sur ses sources le {jour}.",
        "Checked against its sources on {jour}.",
    ),
    "provenance_prochaine": ("Prochaine relecture prévue le {jour}.", "Next check due on {jour}."),
    "provenance_depassee": (
        "La relecture prévue le {jour} n'a pas eu lieu.",
        "The check due on {jour} has not taken place.",
    ),
    "statut_retire": (
        "Cet algorithme est retiré : cette fiche reste pour les décisions passées.",
        "This algorithm is retired: the card remains for past decisions.",
    ),
    "statut_experimentation": ("Cet algorithme est expérimenté.", "This algorithm is on trial."),
    "statut_annonce": (
        "Cet algorithme est annoncé et pas encore en service.",
        "This algorithm is announced and not yet in use.",
    ),
    "constats": (
        "Certains fichiers de cette fiche sont fautifs : le calcul est suspendu jusqu'à leur "
        "correction.",
        "Some files of this card are faulty: computing is suspended until they are fixed.",
    ),
    "parcours": ("Le chemin de la décision", "The path of the decision"),
    "schema_titre": (
        "Qui agit à chaque étape, numérotée comme dans la liste qui suit : {lecture}.",
        "Who acts at each stage, numbered as in the list below: {lecture}.",
    ),
    "schema_machine": ("La machine : {etapes}.", "The machine: {etapes}."),
    "schema_humain": ("Un humain : {etapes}.", "A human: {etapes}."),
    "schema_ecarter": (
        "Peut écarter le résultat : {reponse}",
        "May set the result aside: {reponse}",
    ),
    "schema_etape": ("étape {rang}", "stage {rang}"),
    "schema_etapes": ("étapes {rangs} et {dernier}", "stages {rangs} and {dernier}"),
    "schema_aucune": ("aucune étape", "no stage"),
    "cas_titre": ("Votre cas, pas à pas", "Your case, step by step"),
    "cas_texte": (
        "Entrez la date de votre décision et votre situation : le calcul publié ci-dessous est "
        "refait "
        "ligne à ligne, avec vos nombres. Ce ne sera pas la décision : seule l'administration "
        "la prend.",
        "Enter the date of your decision and your situation: the computation published below is "
        "done again line by line, with your numbers. It is not the decision: only the "
        "administration takes it.",
    ),
    "cas_bouton": ("Calculer mon cas", "Compute my case"),
    "cas_periode": (
        "Règles exécutables ici : {periodes}.",
        "Rules that can be run here: {periodes}.",
    ),
    "cas_depuis": ("à partir du {jour}", "from {jour}"),
    "cas_du_au": ("du {du} au {au}", "from {du} to {au}"),
    "cas_impossible": (
        "Ce cas ne peut pas être calculé ici.",
        "This case cannot be computed here.",
    ),
    "cas_pourquoi": ("Pourquoi : {raison}", "Why: {raison}"),
    "cas_sans_raison": (
        "La raison n'est pas donnée sur la fiche :",
        "The card does not give the reason:",
    ),
    "titre_contribution": (
        "Ce que le calcul pèse dans la décision",
        "How much the computation weighs in the decision",
    ),
    "c1_degre": ("Degré", "Degree"),
    "c1_mode": ("Mode", "Mode"),
    "c1_moment": ("À quel moment", "When"),
    "c1_humain": ("Intervention humaine", "Human intervention"),
    "c1_humain_quand": ("Un humain intervient", "A human steps in"),
    "c1_humain_qui": ("Qui", "Who"),
    "c1_humain_ecarter": ("Peut écarter le résultat", "May set the result aside"),
    "titre_donnees": (
        "Les données utilisées et d'où elles viennent",
        "The data used and where they come from",
    ),
    "d2_donnee": ("Donnée", "Datum"),
    "d2_source": ("D'où elle vient", "Where it comes from"),
    "d2_collecte": ("Comment elle arrive", "How it is collected"),
    "d2_personnelle": ("Donnée personnelle", "Personal data"),
    "d2_sensible": ("Donnée sensible", "Sensitive data"),
    "d2_obligatoire": ("Obligatoire", "Mandatory"),
    "titre_parametres": ("Les paramètres au {jour}", "The parameters on {jour}"),
    "titre_operations": ("Les opérations au {jour}", "The operations on {jour}"),
    "titre_loi": ("Trois obligations de l'administration", "Three duties of the administration"),
    "loi_texte": (
        "Elles sont distinctes : remplir l'une ne dispense pas des autres.",
        "They are separate: meeting one does not excuse from the others.",
    ),
    "lire_article": ("Lire le texte de l'article", "Read the text of the article"),
    "titre_publication": ("Mettre les règles en ligne", "Put the rules on line"),
    "pub_cinquante": (
        "50 agents ou plus en équivalents temps plein (seuil de l'art. D. 312-1-4)",
        "50 full-time equivalents or more (threshold of art. D. 312-1-4)",
    ),
    "pub_en_ligne": ("Règles en ligne", "Rules on line"),
    "pub_adresse": ("Où les lire", "Where to read them"),
    "pub_depuis": ("En ligne depuis", "On line since"),
    "titre_mention": ("Le dire sur la décision", "Say it on the decision"),
    "men_presente": ("Mention présente", "Mention present"),
    "men_texte": ("Texte de la mention", "Text of the mention"),
    "men_support": ("Où elle se trouve", "Where it stands"),
    "titre_explication": ("Expliquer à qui le demande", "Explain to whoever asks"),
    "exp_donnee": ("Explication donnée sur demande", "Explanation given on request"),
    "exp_modalites": ("Comment", "How"),
    "titre_deploiements": ("Qui l'utilise", "Who uses it"),
    "dep_siren": ("SIREN", "SIREN number"),
    "dep_contact": ("Contact", "Contact"),
    "dep_volume": ("Volume", "Volume"),
    "titre_decision": ("La décision et ceux qui la prennent", "The decision and who takes it"),
    "dec_acte": ("Acte", "Act"),
    "dec_finalite": ("Ce que l'algorithme doit permettre", "What the algorithm is for"),
    "dec_destinataires": ("Destinataires", "Recipients"),
    "dec_portee": ("Portée", "Scope"),
    "dec_territoire": ("Territoire", "Territory"),
    "dec_volume": ("Décisions par an", "Decisions per year"),
    "dec_effets": ("Effets importants sur la personne", "Important effects on the person"),
    "adm_nom": ("Administration", "Administration"),
    "adm_type": ("Type d'administration", "Type of administration"),
    "adm_service": ("Service", "Department"),
    "adm_contact": ("Contact", "Contact"),
    "adm_siren": ("SIREN", "SIREN number"),
    "titre_fondements": ("Les textes qui fondent la décision", "The texts the decision stands on"),
    "legiarti": ("Identifiant Légifrance :", "Légifrance identifier:"),
    "titre_secret": ("Secrets et régimes particuliers", "Secrets and special regimes"),
    "sec_invoque": ("Secret invoqué", "Secret relied on"),
    "sec_alinea": ("Fondement", "Ground"),
    "sec_retenu": ("Ce qui est retenu", "What is withheld"),
    "sec_affirmations": ("Ce qui a été dit, et quand", "What was said, and when"),
    "sec_regime": ("Régime particulier", "Special regime"),
    "sec_effet": ("Ce qu'il change", "What it changes"),
    "titre_code": ("Le code source", "The source code"),
    "cod_publie": ("Publié", "Published"),
    "cod_adresse": ("Adresse", "Address"),
    "cod_licence": ("Licence", "Licence"),
    "cod_commit": ("Version", "Version"),
    "cod_constate": ("Constaté le", "Observed on"),
    "cod_vu": ("vu le {jour}", "seen on {jour}"),
    "cod_pourquoi": ("Pourquoi", "Why"),
    "cod_demande": ("Demandé", "Asked for"),
    "cod_executable": ("Peut être exécuté", "Can be run"),
    "titre_evaluation": ("Évaluations et audits", "Evaluations and audits"),
    "eva_faite": ("Évaluation faite", "Evaluation made"),
    "eva_aipd": (
        "Analyse d'impact sur les données (RGPD, art. 35)",
        "Data protection impact assessment (GDPR, art. 35)",
    ),
    "eva_ai_act": (
        "Classe selon le règlement (UE) 2024/1689",
        "Class under Regulation (EU) 2024/1689",
    ),
    "eva_audits": ("Rapports d'autres que ses auteurs", "Reports by others than its authors"),
    "titre_fournisseur": ("Fournisseur, coût et réutilisation", "Supplier, cost and reuse"),
    "fou_nom": ("Fournisseur", "Supplier"),
    "fou_cout": ("Coût", "Cost"),
    "fou_reutilisation": (
        "Ce qu'une autre administration peut reprendre",
        "What another administration could take over",
    ),
    "titre_apprentissage": ("L'apprentissage automatique", "The machine learning"),
    "app_cible": ("Ce que le modèle prédit", "What the model predicts"),
    "app_donnees_entrainement": ("Données d'entraînement", "Training data"),
    "app_variables_exclues": ("Variables exclues", "Excluded variables"),
    "app_performance": ("Performance", "Performance"),
    "app_derive": ("Dérive dans le temps", "Drift over time"),
    "app_tests_de_biais": ("Tests de biais", "Bias tests"),
    "titre_droits": ("Vos droits", "Your rights"),
    "droits_demande": ("Demander l'explication", "Ask for the explanation"),
    "droits_a_qui": ("À qui écrire", "Whom to write to"),
    "droits_objet": ("Objet de la demande", "Subject of the request"),
    "droits_adresse": ("Formulaire", "Form"),
    "droits_etape_1": (
        "<b>Vous demandez</b>, par écrit, les quatre informations de l'article R. 311-3-1-2 du "
        "CRPA. "
        "Aucun formulaire n'est imposé.",
        "<b>You ask</b>, in writing, for the four pieces of information of article R. 311-3-1-2 "
        "of the "
        "CRPA. No form is imposed.",
    ),
    "droits_etape_2": (
        "<b>Un mois sans réponse</b> : c'est un refus <i>(CRPA, art. R.* 311-12 et R. 311-13)</i>. "
        "Un refus écrit doit dire pourquoi et comment le contester <i>(art. L. 311-14)</i>.",
        "<b>One month without an answer</b> is a refusal <i>(CRPA, art. R.* 311-12 and R. "
        "311-13)</i>. "
        "A written refusal must say why and how to challenge it <i>(art. L. 311-14)</i>.",
    ),
    "droits_etape_3": (
        "<b>Dans les deux mois</b> après le refus, vous pouvez saisir la Commission d'accès aux "
        "documents administratifs (CADA), avec une copie de votre demande "
        "<i>(art. R. 311-15 et R. 343-1)</i>. C'est obligatoire avant le juge <i>(art. L. "
        "342-1)</i>.",
        "<b>Within two months</b> of the refusal you may refer it to the CADA, the commission for "
        "access to administrative documents, with a copy of your request "
        "<i>(art. R. 311-15 and R. 343-1)</i>. It is mandatory before going to court "
        "<i>(art. L. 342-1)</i>.",
    ),
    "droits_etape_4": (
        "<b>Deux mois après l'enregistrement par la CADA</b> sans réponse de l'administration, "
        "le refus "
        "est confirmé <i>(art. R.* 343-4 et R. 343-5)</i> : vous avez deux mois pour saisir le "
        "tribunal "
        "administratif <i>(CJA, art. R. 421-1 et R. 421-2)</i>.",
        "<b>Two months after the CADA registers the case</b> without an answer from the "
        "administration, the refusal is confirmed <i>(art. R.* 343-4 and R. 343-5)</i>: you "
        "have two "
        "months to go to the administrative court <i>(CJA, art. R. 421-1 and R. 421-2)</i>.",
    ),
    "droits_alerte": (
        "<b>Attention :</b> demander l'explication n'arrête pas le délai pour contester la "
        "décision "
        "elle-même. Ce délai est écrit sur la décision ; s'il n'y figure pas, il ne peut pas "
        "vous être "
        "opposé <i>(CJA, art. R. 421-5)</i>, mais n'attendez pas.",
        "<b>Mind:</b> asking for the explanation does not stop the clock for challenging the "
        "decision "
        "itself. That time limit is written on the decision; if it is not, it cannot be held "
        "against "
        "you <i>(CJA, art. R. 421-5)</i>, but do not wait.",
    ),
    "droits_contester": ("Contester la décision", "Challenge the decision"),
    "droits_recours": ("Recours indiqués sur la fiche", "Remedies named on the card"),
    "titre_sources": ("Les sources de cette fiche", "The sources of this card"),
    "source_lue": ("Lue le {jour}", "Read on {jour}"),
    "source_lue_dans": ("lue dans : {lieu}", "read in: {lieu}"),
    "source_du": ("document du {jour}", "document of {jour}"),
    "source_page": ("page {page}", "page {page}"),
    "source_rapportee": (
        "rapportée par une autre source, non vérifiée",
        "reported by another source, not verified",
    ),
    "source_sans_date": ("date de lecture :", "read on:"),
    "titre_manques": ("Ce qui manque à cette fiche", "What this card still lacks"),
    "manques_aucun": (
        "Chaque rubrique est remplie, ou dite inconnue avec ce qui a été cherché.",
        "Every field is filled, or said to be unknown with what was searched.",
    ),
    "manques_texte": (
        "Ces rubriques restent à compléter. Ce qui est dit « inconnu » a été cherché et pas "
        "trouvé.",
        "These fields are still to be completed. What is called “unknown” was searched and not "
        "found.",
    ),
    "manque_parcours": ("Le chemin de la décision", "The path of the decision"),
    "manque_regles": ("Les opérations", "The operations"),
    "manque_parametres": ("Les paramètres", "The parameters"),
    "manque_fondements": ("Les textes qui fondent la décision", "The texts the decision stands on"),
    "manque_revue": ("La date de relecture", "The date of the last check"),
    "sommaire_donnees": ("Les données utilisées", "The data used"),
    "sommaire_parametres": ("Les paramètres", "The parameters"),
    "sommaire_operations": ("Les opérations", "The operations"),
    "reperes": ("Repères", "Landmarks"),
    "sommaire": ("Sur cette page", "On this page"),
    "plus_loin": ("Pour aller plus loin", "Further reading"),
    "monographie": ("Monographie", "Monograph"),
    "guide_citoyen": ("Comment lire une fiche", "How to read a card"),
    "fichiers": ("Empreintes des fichiers lus", "Fingerprints of the files read"),
    "date_illisible": (
        "« {lu} » n'est pas une date : écrivez-la AAAA-MM-JJ, par exemple {exemple}. "
        "La page montre la règle d'aujourd'hui.",
        "“{lu}” is not a date: write it YYYY-MM-DD, for example {exemple}. "
        "The page shows today's rule.",
    ),
}
