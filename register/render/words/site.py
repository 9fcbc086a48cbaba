"""Words on every page: header, footer, the four marks, yes and no."""

SITE = {
    "site": ("Registre des algorithmes publics", "Register of public algorithms"),
    "evitement": ("Aller au contenu", "Skip to content"),
    "nav": ("Navigation principale", "Main navigation"),
    "nav_accueil": ("Trouver une décision", "Find a decision"),
    "nav_fiches": ("Toutes les fiches", "All cards"),
    "nav_guides": ("Guides", "Guides"),
    "nav_a_propos": ("À propos", "About"),
    "autre_langue": ("English", "Français"),
    "pied_non_officiel": (
        "Ce site n'est pas un site officiel de l'État.",
        "This site is not an official website of the French State.",
    ),
    "pied_contenus": (
        "Fiches, monographies et guides sous {licence}.",
        "Cards, monographs and guides under {licence}.",
    ),
    "licence_ouverte": ("Licence Ouverte 2.0", "Open Licence 2.0"),
    "pied_programme": ("Programme sous AGPL-3.0-or-later.", "Software under AGPL-3.0-or-later."),
    "pied_code": ("Code source", "Source code"),
    "pied_mentions": ("Mentions légales", "Legal notice"),
    "pied_vie_privee": ("Vie privée", "Privacy"),
    "pied_accessibilite": ("Accessibilité : non auditée", "Accessibility: not audited"),
    "pied": ("Informations sur le site", "About this site"),
    "fil": ("Fil d'Ariane", "Breadcrumb"),
    "contenu_francais": (
        "Les fiches sont écrites en français. Sur cette page, l'interface, le nom et le résumé "
        "sont en anglais ; le reste garde les mots de la fiche.",
        "Cards are written in French. On this page the interface, the name and the summary are in "
        "English; the rest keeps the words of the card.",
    ),
    "inconnu": ("inconnu", "unknown"),
    "a_completer": ("à compléter", "to be completed"),
    "non_verifie": ("non vérifié", "not verified"),
    "aucun": ("aucun", "none"),
    "panne": (
        "Une erreur est survenue de notre côté. Rien de ce que vous avez répondu n'a été écrit. "
        "Rechargez la page ; si l'erreur revient, la fiche reste lisible sans le calcul.",
        "Something went wrong on our side. Nothing you answered was written down. "
        "Reload the page; if it happens again, the card can still be read without computing.",
    ),
    "reponse_oui": ("oui", "yes"),
    "reponse_non": ("non", "no"),
    "source": ("source", "source"),
    "sources_courtes": ("sources", "sources"),
    "precision": ("Précision", "Detail"),
    "constatee_le": ("Constaté le", "Observed on"),
    "tableau": ("Tableau : {legende}", "Table: {legende}"),
}
