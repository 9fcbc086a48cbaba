"""Words of « Signaler une erreur ou proposer une source »."""

CONTRIBUTION = {
    "signaler_titre": (
        "Signaler une erreur ou proposer une source",
        "Report an error or propose a source",
    ),
    "signaler_description": (
        "Dire ce qui cloche sur une fiche, ou ce qui y manque, sans compte.",
        "Say what is wrong on a card, or what it lacks, without an account.",
    ),
    "signaler_chapo": (
        "Vous avez lu un texte, reçu une réponse, vu une erreur ? Dites-le ici. Vous repartez avec "
        "un message prêt à envoyer : rien n'est envoyé ni gardé par cette page.",
        "You read a text, got an answer, saw an error? Say so here. You leave with a message ready "
        "to send: this page sends and keeps nothing. Write in French if you can.",
    ),
    "signaler_prive": (
        "Ne donnez aucun nom d'agent ni aucun détail de votre dossier : ce message peut être lu "
        "par d'autres.",
        "Name no officer and give no detail of your own file: others may read this message.",
    ),
    "signaler_sorte": ("Vous signalez", "You report"),
    "signaler_sorte_erreur": ("une erreur", "an error"),
    "signaler_sorte_source": ("une source", "a source"),
    "signaler_sorte_autre": ("autre chose", "something else"),
    "signaler_rubrique": ("Dans quelle partie de la fiche ?", "In which part of the card?"),
    "signaler_rubrique_sans": ("— toute la fiche —", "— the whole card —"),
    "signaler_lu": ("Ce que dit la fiche aujourd'hui", "What the card says today"),
    "signaler_propose": (
        "Ce qu'elle devrait dire, et pourquoi",
        "What it should say, and why",
    ),
    "signaler_source": ("La source", "The source"),
    "signaler_source_aide": (
        "Un texte, une page, une réponse écrite : c'est elle qui permet de corriger.",
        "A text, a page, a written answer: it is what makes a correction possible.",
    ),
    "signaler_source_titre": ("Titre du document", "Title of the document"),
    "signaler_source_url": ("Adresse où le lire", "Where to read it"),
    "signaler_source_date": ("Date du document", "Date of the document"),
    "signaler_source_lu_le": ("Jour où vous l'avez lu", "Day you read it"),
    "signaler_contact": (
        "Comment vous répondre, si vous le souhaitez",
        "How to answer you, if you wish",
    ),
    "signaler_contact_aide": (
        "Écrit dans le message seulement ; ne sera pas publié.",
        "Written in the message only; will not be published.",
    ),
    "signaler_preparer": ("Préparer le message", "Prepare the message"),
    "signaler_corriger": ("Changer mes réponses", "Change my answers"),
    "signaler_faute_vide": (
        "Dites au moins ce qui cloche, ou donnez une source.",
        "Say at least what is wrong, or give a source.",
    ),
    "signaler_faute_url": (
        "Adresse où le lire : commencez-la par https://",
        "Where to read it: start it with https://",
    ),
    "signaler_faute_date": (
        "Date du document : écrivez-la ainsi, 2026-09-30.",
        "Date of the document: write it like this, 2026-09-30.",
    ),
    "signaler_faute_lu_le": (
        "Jour où vous l'avez lu : écrivez-le ainsi, 2026-09-30.",
        "Day you read it: write it like this, 2026-09-30.",
    ),
    "signaler_faute_long": (
        "Ce message est trop long : 100 Kio au plus. Raccourcissez-le.",
        "This message is too long: at most 100 KiB. Shorten it.",
    ),
    "signaler_pret": ("Votre message est prêt", "Your message is ready"),
    "signaler_pret_aide": (
        'Copiez-le et envoyez-le à l\'éditeur du registre, nommé sur la page <a href="{adresse}">À '
        "propos</a>. Vous pouvez le corriger ici avant de le télécharger.",
        'Copy it and send it to the publisher of the register, named on the <a href="{adresse}">'
        "About</a> page. You may correct it here before downloading it.",
    ),
    "signaler_objet": ("Objet", "Subject"),
    "signaler_message": ("Message", "Message"),
    "signaler_telecharger": ("Télécharger le message (.txt)", "Download the message (.txt)"),
    "signaler_messagerie": ("Ouvrir ma messagerie", "Open my mail program"),
    "signaler_messagerie_aide": (
        "L'objet seul est transmis à votre messagerie : collez-y le message.",
        "Only the subject goes to your mail program: paste the message in it.",
    ),
    "signaler_garde": (
        "Rien n'est gardé ici : vos réponses s'effacent quand vous quittez la page.",
        "Nothing is kept here: your answers are gone when you leave the page.",
    ),
}
