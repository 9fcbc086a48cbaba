"""Words of « Suis-je concerné ? »: six questions and what follows."""

CONCERNED_WORDS = {
    "conc_titre": ("Suis-je concerné ?", "Am I concerned?"),
    "conc_description": (
        "Six questions pour savoir quels devoirs de la loi s'appliquent à un algorithme public, "
        "et pourquoi.",
        "Six questions to know which legal duties apply to a public algorithm, and why.",
    ),
    "conc_garde": (
        "Vos réponses ne sont gardées nulle part.",
        "Your answers are kept nowhere.",
    ),
    "conc_voir": ("Voir les devoirs", "See the duties"),
    "conc_oui": ("Oui, des devoirs s'appliquent.", "Yes, duties apply."),
    "conc_non": ("Non, d'après ces réponses.", "No, going by these answers."),
    "conc_devoirs": ("Devoir par devoir", "Duty by duty"),
    "conc_q_organisme": ("Qui utilise le traitement ?", "Who uses the treatment?"),
    "conc_q_traitement": (
        "Des règles, un calcul ou un classement sont-ils appliqués (un tableur et une grille de "
        "points comptent) ?",
        "Are rules, a computation or a ranking applied (a spreadsheet or a grid of points counts)?",
    ),
    "conc_q_decision": (
        "Une décision individuelle sur une personne ou un organisme en résulte-t-elle ?",
        "Does an individual decision about a named person or body come out of it?",
    ),
    "conc_q_effectif": (
        "L'organisme compte-t-il 50 équivalents temps plein ou plus ?",
        "Does the body have 50 full-time equivalents or more?",
    ),
    "conc_q_automatisation": (
        "La décision est-elle prise sans personne ?",
        "Is the decision taken without anybody?",
    ),
    "conc_q_oppose": (
        "Un secret du 2° de l'article L. 311-5 couvre-t-il les règles ?",
        "Does a secret of article L. 311-5, 2°, cover the rules?",
    ),
    "conc_r_public": (
        "l'État, une collectivité, un organisme public",
        "the State, a local or public body",
    ),
    "conc_r_mission": (
        "un organisme privé chargé d'une mission de service public",
        "a private body in charge of a public service",
    ),
    "conc_r_prive": ("un autre organisme privé", "another private body"),
    "conc_r_oui": ("oui", "yes"),
    "conc_r_non": ("non", "no"),
    "conc_r_inconnu": ("je ne sais pas", "I do not know"),
    "conc_r_entiere": ("oui, entièrement", "yes, entirely"),
    "conc_r_aide": ("non, quelqu'un décide", "no, somebody decides"),
    "conc_m_organisme": (
        "Les devoirs ne lient que les administrations de l'article L. 300-2.",
        "The duties only bind the administrations of article L. 300-2.",
    ),
    "conc_m_traitement": (
        "Sans traitement algorithmique, ces devoirs ne s'appliquent pas ; la motivation des "
        "décisions reste due (CRPA, art. L. 211-2).",
        "Without any algorithmic treatment these duties do not apply; reasons for decisions are "
        "still owed (CRPA, art. L. 211-2).",
    ),
    "conc_m_decision": (
        "Un outil qui informe sans fonder de décision individuelle n'entre pas dans ces articles.",
        "A tool that informs without grounding an individual decision is outside these articles.",
    ),
    "conc_m_oppose": (
        "Le guide d'Etalab écarte alors le traitement. Le texte réserve ce que le secret couvre, "
        "et lui seul : une occultation partielle est possible (CRPA, art. L. 311-7).",
        "Etalab's guide then leaves the treatment out. The law only sets aside what the secret "
        "covers: a partial deletion is possible (CRPA, art. L. 311-7).",
    ),
    "conc_m_concerne": (
        "Une décision individuelle se fonde sur un traitement algorithmique.",
        "An individual decision rests on an algorithmic treatment.",
    ),
    "conc_d_lie": ("s'applique", "applies"),
    "conc_d_ne_lie_pas": ("ne s'applique pas", "does not apply"),
    "conc_d_a_apprecier": ("à apprécier", "to be judged"),
}
