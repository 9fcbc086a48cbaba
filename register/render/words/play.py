"""Words of the play screens: a group one composes, a licence one tells."""

PLAY = {
    "jeu_groupe": (
        "Composez un petit groupe : l'ordre se redessine à chaque changement. Ce n'est pas une "
        "liste réelle, qui n'est pas publique.",
        "Compose a small group: the order is redrawn at each change. It is not a real list, which "
        "is not public.",
    ),
    "jeu_candidats": (
        "Candidats, du premier au dernier classé (B boursier, R du secteur, T les deux, C aucun)",
        "Candidates, from first to last ranked (B scholarship, R local, T both, C neither)",
    ),
    "jeu_taux_boursiers": ("Taux minimum de boursiers, en %", "Minimum scholarship rate, in %"),
    "jeu_taux_residents": ("Taux minimum de résidents, en %", "Minimum local rate, in %"),
    "jeu_places": ("Places de la formation", "Places in the course"),
    "jeu_lits": ("Lits de l'internat", "Beds in the boarding house"),
    "jeu_reserve": (
        "La réserve de lits est finie (on n'attend plus les candidats appelés plus tard)",
        "The reserve of beds has ended (no more waiting for candidates called later)",
    ),
    "jeu_suivi": ("Candidat dont le rang est expliqué", "Candidate whose rank is explained"),
    "jeu_personne": ("personne en particulier", "nobody in particular"),
    "jeu_ordre_titre": ("Du classement à l'ordre d'appel", "From the ranking to the order of call"),
    "jeu_ordre_image": (
        "À gauche le classement, à droite l'ordre d'appel ; un trait relie chaque candidat. Le "
        "tableau dit la même chose.",
        "The ranking on the left, the order of call on the right; a line joins each candidate. The "
        "table says the same.",
    ),
    "jeu_classement": ("Classement", "Ranking"),
    "jeu_appel": ("Ordre d'appel", "Order of call"),
    "jeu_rang_appel": ("Rang d'appel", "Call rank"),
    "jeu_candidat": ("Candidat", "Candidate"),
    "jeu_rang_classement": ("Rang de classement", "Ranking"),
    "jeu_mouvement": ("Mouvement", "Move"),
    "jeu_monte": ("monte de {nombre}", "up {nombre}"),
    "jeu_descend": ("descend de {nombre}", "down {nombre}"),
    "jeu_reste": ("ne bouge pas", "no move"),
    "jeu_proposition": ("Proposition", "Offer"),
    "jeu_oui": ("oui", "yes"),
    "jeu_attente": ("en attente", "waiting"),
    "jeu_offres_titre": (
        "Qui reçoit une place, qui reçoit un lit",
        "Who gets a place, who gets a bed",
    ),
    "jeu_barre": ("Barre de l'internat : {barre}", "Barrier of the boarding house: {barre}"),
    "jeu_sans_limite": ("sans limite", "no limit"),
    "jeu_rang_internat": ("Rang à l'internat", "Boarding rank"),
    "jeu_sans_internat": ("Sans internat", "Without boarding"),
    "jeu_avec_internat": ("Avec internat", "With boarding"),
    "jeu_pas_de_voeu": ("pas de vœu", "no wish"),
    "jeu_offres_exemple": (
        "Dix candidats, une formation, un internat. C'est la classe de l'annexe du document "
        "officiel de 2023 : tous demandent l'internat, six demandent aussi la formation sans lui.",
        "Ten candidates, one course, one boarding house. It is the class of the annex of the "
        "official document of 2023: all ask for boarding, six also ask for the course without it.",
    ),
    "jeu_vie_titre": ("Les points, jour après jour", "Points, day after day"),
    "jeu_vie_image": (
        "Une ligne en escalier : elle descend à chaque retrait, monte à chaque retour. Le tableau "
        "dit la même chose.",
        "A stepped line: down at each withdrawal, up at each return. The table says the same.",
    ),
    "jeu_evenement": ("Ce qui se passe", "What happens"),
    "jeu_change": ("Points", "Points"),
    "jeu_solde": ("Solde", "Balance"),
    "jeu_a_venir": (
        "À venir, si aucune infraction n'est commise d'ici là",
        "To come, if no offence is committed by then",
    ),
    "jeu_permis": ("Date d'obtention du permis (JJ/MM/AAAA)", "Licence obtained on (DD/MM/YYYY)"),
    "jeu_au": ("Compter les points au (JJ/MM/AAAA)", "Count the points on (DD/MM/YYYY)"),
    "jeu_nombre_infractions": ("Nombre d'infractions", "Number of offences"),
    "jeu_infraction": ("Infraction {rang}", "Offence {rang}"),
    "jeu_commise": ("Commise le (JJ/MM/AAAA)", "Committed on (DD/MM/YYYY)"),
    "jeu_etablie": (
        "Établie le (paiement, amende majorée, jugement) ; vide si elle ne l'est pas",
        "Established on (payment, increased fine, judgment); blank if it is not",
    ),
    "jeu_ensemble": (
        "commise en même temps que la précédente",
        "committed together with the one before",
    ),
    "jeu_nombre_stages": ("Nombre de stages suivis", "Number of courses taken"),
    "jeu_stage": (
        "Stage {rang}, dernier jour (JJ/MM/AAAA)",
        "Course {rang}, last day (DD/MM/YYYY)",
    ),
    "jeu_refus": ("À revoir", "To look at again"),
}
