"""Words of the history: which version is shown, what was published when, what changed."""

HISTORY = {
    "hist_titre": ("Historique : {nom}", "History: {nom}"),
    "hist_titre_seul": ("Ce qui a changé dans le registre", "What changed in the register"),
    "hist_description": (
        "Deux dates, jamais confondues : celle où une règle s'applique, celle où le registre l'a "
        "publiée.",
        "Two dates, never confused: when a rule applies, and when the register published it.",
    ),
    "hist_lien": ("Historique de la fiche", "History of the card"),
    "hist_registre": ("Ce qui a changé", "What changed"),
    "hist_vigueur": ("Ce qui s'applique, et depuis quand", "What applies, and since when"),
    "hist_vigueur_texte": (
        "La date de votre décision choisit la règle. Chaque lien montre la fiche de ce jour.",
        "The date of your decision selects the rule. Each link shows the card for that day.",
    ),
    "hist_calculer": ("calculer pour ce jour", "compute for that day"),
    "hist_publie": ("Ce que le registre a publié", "What the register published"),
    "hist_publie_texte": (
        "Chaque révision garde son adresse. Choisissez-en deux pour les comparer.",
        "Every revision keeps its address. Choose two to compare them.",
    ),
    "hist_aucune": ("Aucune révision connue.", "No known revision."),
    "hist_publiee_le": ("publiée le {jour}", "published on {jour}"),
    "hist_douteuse": (
        "Date douteuse : l'horloge de la machine disait le {dite}. Publiée {entre}.",
        "Doubtful date: the clock of the machine said {dite}. Published {entre}.",
    ),
    "hist_entre": ("entre le {debut} et le {fin}", "between {debut} and {fin}"),
    "hist_avant": ("avant le {fin}", "before {fin}"),
    "hist_ecrite": ("écrite le {jour}", "written on {jour}"),
    "hist_ecrite_douteuse": (
        "dite écrite le {jour}, après sa publication : l'horloge de son auteur était fausse",
        "said to be written on {jour}, after it was published: its author's clock was wrong",
    ),
    "hist_auteur": ("par {auteur}", "by {auteur}"),
    "hist_integree": ("intégrée par {nom}", "merged by {nom}"),
    "hist_relue": ("relue par {nom}", "reviewed by {nom}"),
    "hist_non_relue": (
        "aucune relecture par une autre personne n'est enregistrée",
        "no review by another person is recorded",
    ),
    "hist_effet": ("s'applique à compter du {jour}", "applies from {jour}"),
    "hist_defaut": ("Cette révision est mal renseignée : {defaut}.", "In this revision: {defaut}."),
    "hist_annule": (
        'Elle annule <a href="#{ancre}">une révision précédente</a>.',
        'It undoes <a href="#{ancre}">an earlier revision</a>.',
    ),
    "hist_renomme": (
        "Le fichier {avant} s'appelle maintenant {apres}.",
        "The file {avant} is now called {apres}.",
    ),
    "hist_fichiers": ("Fichiers : {noms}", "Files: {noms}"),
    "hist_voir": ("Voir la fiche telle qu'elle était alors", "See the card as it was then"),
    "hist_avec_precedente": ("Ce qui a changé alors", "What changed then"),
    "hist_choix_de": ("avant", "before"),
    "hist_choix_a": ("après", "after"),
    "hist_comparer": ("Comparer les deux versions choisies", "Compare the two versions chosen"),
    "hist_comparaison": (
        "Du {avant} au {apres} : ce qui a changé",
        "From {avant} to {apres}: what changed",
    ),
    "hist_identiques": (
        "Ces deux versions disent la même chose.",
        "These two versions say the same.",
    ),
    "hist_effets": ("Effet sur les exemples de calcul", "Effect on the worked examples"),
    "hist_sans_effet": (
        "Aucun des {nombre} exemples de calcul ne donne un autre résultat.",
        "None of the {nombre} worked examples gives another result.",
    ),
    "hist_tronquee": (
        "Ce registre ne garde pas l'historique d'avant le {jour} : il ne peut rien en dire.",
        "This register keeps no history from before {jour}: it can tell nothing of it.",
    ),
    "hist_non_publiee": (
        "Des fichiers ont changé et ne sont pas encore publiés : {noms}.",
        "Some files have changed and are not published yet: {noms}.",
    ),
    "hist_depuis": ("Depuis le", "Since"),
    "hist_depuis_titre": ("Depuis le {jour}", "Since {jour}"),
    "hist_rien": ("Rien n'a été publié depuis ce jour.", "Nothing was published since that day."),
    "hist_flux": ("S'abonner", "Subscribe"),
    "hist_atom": ("Flux Atom des changements", "Atom feed of the changes"),
    "hist_ics": ("Agenda des dates à venir", "Calendar of the days to come"),
    "touche_regle": ("La règle", "The rule"),
    "touche_parametre": ("Les paramètres", "The parameters"),
    "touche_donnee": ("Les données employées", "The data used"),
    "touche_droit": ("Les droits et l'information", "Rights and information"),
    "touche_redaction": ("La rédaction", "The wording"),
    "cellule_ligne": ("Ligne", "Row"),
    "cellule_colonne": ("Colonne", "Column"),
    "cellule_avant": ("Avant", "Before"),
    "cellule_apres": ("Après", "After"),
    "ref_plus_recente": (
        "une version plus récente de ce texte, du {jour}, n'a pas été lue",
        "a newer version of this text, of {jour}, was not read",
    ),
    "vers_titre": ("Version affichée", "Version shown"),
    "vers_actuelle": ("Version publiée le {jour}.", "Version published on {jour}."),
    "vers_origine": (
        "Version publiée avant le début de l'historique gardé ici.",
        "Version published before the history kept here starts.",
    ),
    "vers_ancienne_origine": (
        "Vous lisez une ancienne version de la fiche, publiée avant le début de l'historique "
        "gardé ici. <a href=\"{aujourdhui}\">Voir la version d'aujourd'hui</a>.",
        "You are reading an old version of the card, published before the history kept here "
        'starts. <a href="{aujourdhui}">See today\'s version</a>.',
    ),
    "vers_adresse": ("Adresse permanente de cette page", "Permanent address of this page"),
    "vers_ancienne": (
        "Vous lisez la fiche telle que le registre la publiait le {jour}. "
        "<a href=\"{aujourdhui}\">Voir la version d'aujourd'hui</a>.",
        "You are reading the card as the register published it on {jour}. "
        '<a href="{aujourdhui}">See today\'s version</a>.',
    ),
    "vers_indecise": (
        "Une autre version a pu paraître avant ce jour : l'horloge qui l'a datée était fausse.",
        "Another version may have come out before that day: the clock that dated it was wrong.",
    ),
    "vers_non_publiee": (
        "Cette page montre des fichiers modifiés qui ne sont pas encore publiés : {noms}. "
        '<a href="{publiee}">Voir la dernière version publiée</a>.',
        "This page shows changed files that are not published yet: {noms}. "
        '<a href="{publiee}">See the last published version</a>.',
    ),
    "vers_jamais_publiee": (
        "Cette fiche n'a encore jamais été publiée : elle n'a ni historique ni adresse permanente.",
        "This card was never published yet: it has no history and no permanent address.",
    ),
    "vers_choisir": ("Voir la fiche publiée un autre jour", "See the card published another day"),
    "vers_date_future": (
        "Ce jour n'est pas encore venu. Une règle est déjà publiée pour ce jour : la voici ; elle "
        "peut encore changer.",
        "This day has not come yet. A rule is already published for it: here it is; it may still "
        "change.",
    ),
    "vers_date_future_sans_regle": (
        "Ce jour n'est pas encore venu et aucune règle nouvelle n'est publiée pour lui : la règle "
        "connue aujourd'hui est montrée, et peut changer d'ici là.",
        "This day has not come yet and no new rule is published for it: the rule known today is "
        "shown, and may change before then.",
    ),
    "untold_titre": ("Cette version ne peut pas être montrée", "This version cannot be shown"),
    "untold_hors_git": (
        "Ce registre ne garde pas d'historique : il ne peut pas dire ce qu'il publiait un autre "
        "jour.",
        "This register keeps no history: it cannot tell what it published on another day.",
    ),
    "untold_git_absent": (
        "Le programme qui lit l'historique n'est pas installé ici.",
        "The program that reads the history is not installed here.",
    ),
    "untold_git_refuse": (
        "L'historique de ce registre n'a pas pu être lu.",
        "The history of this register could not be read.",
    ),
    "untold_aucun_commit": (
        "Rien n'a encore été publié dans ce registre.",
        "Nothing was published in this register yet.",
    ),
    "untold_jamais_publiee": (
        "Cette fiche n'a jamais été publiée.",
        "This card was never published.",
    ),
    "untold_futur": (
        "Ce jour n'est pas encore venu : nul ne sait ce que le registre publiera.",
        "This day has not come yet: nobody knows what the register will publish.",
    ),
    "untold_avant_la_fiche": (
        "La fiche a été publiée pour la première fois le {jour} : avant, il n'y avait rien.",
        "The card was first published on {jour}: before, there was nothing.",
    ),
    "untold_avant_le_clone": (
        "L'historique gardé ici commence le {jour} : ce qui était publié avant n'y est pas.",
        "The history kept here starts on {jour}: what was published before is not in it.",
    ),
    "untold_revision_inconnue": (
        "Cette adresse ne désigne aucune version publiée de cette fiche.",
        "This address names no published version of this card.",
    ),
    "untold_retiree": (
        "La fiche avait été retirée le {jour}.",
        "The card had been taken away on {jour}.",
    ),
    "untold_illisible": (
        "Les fichiers de cette version ne forment pas une fiche que le registre sache lire.",
        "The files of this version do not make a card that the register can read.",
    ),
    "untold_apercu": (
        "Ces fichiers sont montrés tels qu'ils sont, sans leur histoire.",
        "These files are shown as they stand, without their history.",
    ),
    "untold_premiere": ("Voir la première version", "See the first version"),
    "untold_aujourdhui": ("Voir la fiche d'aujourd'hui", "See today's card"),
    "publie_illisible": (
        "« {lu} » n'est ni un jour (AAAA-MM-JJ) ni une version publiée.",
        "“{lu}” is neither a day (YYYY-MM-DD) nor a published version.",
    ),
    "non_confirme": ("non confirmé", "not confirmed"),
    "provenance_confirmee": (
        "Confirmée le {jour} par son contact enregistré ({compte}).",
        "Confirmed on {jour} by its registered contact ({compte}).",
    ),
    "provenance_non_confirmee": (
        "Cette fiche se dit établie par l'administration qui prend la décision. Le contact "
        "enregistré de cette administration n'a pas relu cette version.",
        "This card says it was written by the administration that takes the decision. The "
        "registered contact of that administration has not reviewed this version.",
    ),
}
