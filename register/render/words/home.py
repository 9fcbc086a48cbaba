"""Words of the home page: from the letter received to the card."""

HOME = {
    "acc_titre": ("Quelle décision avez-vous reçue ?", "Which decision did you receive?"),
    "acc_chapo": (
        "Des administrations calculent avant de décider. Trouvez ici ce que le calcul pèse dans "
        "votre décision, avec quelles règles, et refaites-le avec votre situation.",
        "Public bodies compute before they decide. Find here how much the computation weighs in "
        "your decision, by which rules, and do it again with your own situation.",
    ),
    "acc_description": (
        "Les algorithmes publics expliqués aux personnes qu'ils concernent : qui décide, avec "
        "quelles données et quelles règles, et comment se calcule votre cas.",
        "Public algorithms explained to the people they decide about: who decides, with which "
        "data and rules, and how your own case is computed.",
    ),
    "acc_situations": ("Dans votre vie", "In your life"),
    "acc_administrations": ("Qui vous a écrit", "Who wrote to you"),
    "acc_territoires": ("Où vous vivez", "Where you live"),
    "acc_domaines": ("Par domaine", "By domain"),
    "acc_et_autres": ("et {nombre} autres", "and {nombre} others"),
    "acc_perimetre": (
        "Le registre décrit aujourd'hui {nombre} algorithmes ; {calculables} peuvent être "
        'recalculés ici. Ce n\'est pas un recensement : <a href="{pourquoi}">pourquoi ceux-là</a>.',
        "The register describes {nombre} algorithms today; {calculables} can be computed here. "
        'It is not a census: <a href="{pourquoi}">why these ones</a>.',
    ),
}
