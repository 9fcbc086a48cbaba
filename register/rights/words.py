"""What each step of the procedure is called, why it is there, and what is unsettled about it."""

from register.model.base import Bilingual


def _say(fr: str, en: str) -> Bilingual:
    return Bilingual(fr=fr, en=en)


WARNING = _say(
    "Cette demande n'arrête pas le délai pour contester la décision elle-même.",
    "This request does not stop the clock for challenging the decision itself.",
)
"""Shown on every screen where the person may believe otherwise."""

DECISION = _say("Contester la décision elle-même", "Challenge the decision itself")
DECISION_WHY = _say(
    "Deux mois à partir de la notification de la décision, si elle indique ce délai et les voies "
    "de recours. D'autres délais existent (l'impôt, un recours préalable obligatoire, un juge "
    "judiciaire) : lisez la décision. Un recours gracieux ou hiérarchique fait dans ce délai "
    "l'interrompt ; demander une explication ne l'interrompt pas.",
    "Two months from notification of the decision, if it states this time limit and the remedies. "
    "Other limits exist (tax, mandatory prior appeal, judicial courts): read the decision. An "
    "administrative appeal made in time interrupts the limit; asking for an explanation does not.",
)
NEEDS_DECISION = _say(
    "compté à partir du jour où la décision vous a été notifiée",
    "counted from the day the decision was notified to you",
)
RECEIVED = _say("L'administration reçoit votre demande", "The administration receives your request")
RECEIVED_WHY = _say(
    "Gardez une preuve de cette date (accusé de réception, avis postal) : les délais en partent. "
    "Une administration qui n'est pas la bonne transmet la demande (CRPA, art. L. 114-2).",
    "Keep proof of this date (acknowledgement, postal receipt): the clocks start there. An "
    "administration that is not the right one forwards the request (CRPA, art. L. 114-2).",
)
NEEDS_RECEIPT = _say(
    "compté à partir du jour où l'administration reçoit votre demande",
    "counted from the day the administration receives your request",
)
SILENCE = _say(
    "Sans réponse, le silence vaut refus au plus tard à partir de ce jour",
    "With no answer, silence counts as a refusal at the latest from this day",
)
SILENCE_WHY = _say(
    "Un mois après la réception par l'administration compétente, le silence vaut décision de "
    "refus. Avant ce jour, saisir la CADA peut être jugé trop tôt.",
    "One month after receipt by the competent administration, silence is a refusal. Before this "
    "day, going to the CADA may be held premature.",
)
SILENCE_UNSETTLED = _say(
    "Le refus naît à la fin du délai. Nous montrons le lendemain de son dernier jour, reporté "
    "lorsque ce dernier jour n'est pas ouvré : c'est la lecture la plus tardive. Si votre demande "
    "a été transmise d'une administration à une autre, l'article R. 311-13 compte à partir de la "
    "réception par la bonne, l'article L. 114-3 à partir de la première.",
    "The refusal is born when the delay ends. We show the day after its last day, carried over "
    "when that last day is not a working day: the latest reading. If your request was forwarded, "
    "art. R. 311-13 counts from receipt by the right body, art. L. 114-3 from the first one.",
)
REFUSAL = _say("L'administration refuse par écrit", "The administration refuses in writing")
REFUSAL_WHY = _say(
    "Le refus écrit dit ses motifs, les voies et les délais de recours.",
    "A written refusal states its reasons, the remedies and their time limits.",
)
REFUSAL_LATE = _say(
    "Ce refus écrit vient après la naissance du refus par silence : comptez depuis le silence, "
    "qui est la lecture la plus courte.",
    "This written refusal comes after silence became a refusal: count from the silence, which is "
    "the shortest reading.",
)
REFERRAL = _say("Saisir la CADA au plus tard", "Refer the matter to the CADA at the latest")
REFERRAL_WHY = _say(
    "Deux mois après le refus, écrit ou par silence. Passer par la CADA est obligatoire avant "
    "d'aller devant le juge.",
    "Two months after the refusal, written or silent. Going through the CADA is mandatory before "
    "the court.",
)
REFERRAL_UNSETTLED = _say(
    "Aucun texte lu ne dit si ce délai est franc, ni s'il est reporté quand il finit un samedi, "
    "un dimanche ou un jour férié : le jour montré ne compte sur rien de cela. Si l'accusé de "
    "réception manque ou est incomplet, le délai peut ne pas vous être opposable (art. L. 112-6) : "
    "ne comptez pas dessus.",
    "No text read says whether this delay is “franc”, nor whether it is carried over when it ends "
    "on a Saturday, a Sunday or a public holiday: the day shown relies on neither. If the "
    "acknowledgement is missing or incomplete, the limit may not bind you (art. L. 112-6): do not "
    "rely on it.",
)
OPINION = _say("La CADA aurait dû rendre son avis", "The CADA should have given its opinion")
OPINION_WHY = _say(
    "Un mois après l'enregistrement de votre saisine ; l'avis vient souvent plus tard. Son retard "
    "n'arrête pas les délais suivants. L'administration a ensuite un mois pour dire à la CADA ce "
    "qu'elle compte faire.",
    "One month after your referral was registered; it often comes later. Its lateness does not "
    "stop the next clocks. The administration then has one month to tell the CADA what it will do.",
)
NEEDS_CADA = _say(
    "compté à partir du jour où la CADA enregistre votre saisine",
    "counted from the day the CADA registers your referral",
)
CONFIRMED = _say(
    "Sans réponse, le refus est confirmé au plus tard à partir de ce jour",
    "With no answer, the refusal is confirmed at the latest from this day",
)
CONFIRMED_WHY = _say(
    "Deux mois après l'enregistrement par la CADA, même si elle n'a pas encore rendu son avis.",
    "Two months after registration by the CADA, even if it has not given its opinion yet.",
)
SECOND_REFUSAL = _say(
    "L'administration confirme son refus par écrit",
    "The administration confirms its refusal in writing",
)
SECOND_REFUSAL_WHY = _say(
    "Un refus écrit notifié fait courir le délai devant le juge, s'il indique ce délai et les "
    "voies de recours.",
    "A written refusal starts the time limit before the court, if it states that limit and the "
    "remedies.",
)
COURT = _say(
    "Saisir le tribunal administratif au plus tard", "Go to the administrative court at the latest"
)
COURT_WHY = _say(
    "Deux mois après le refus confirmé. Un mois de plus pour qui demeure outre-mer devant un "
    "tribunal de métropole, deux mois de plus pour qui demeure à l'étranger.",
    "Two months after the confirmed refusal. One more month for those living overseas before a "
    "court in metropolitan France, two more for those living abroad.",
)
FRANC = _say(
    "Le Conseil d'État tient ce délai pour franc (29 décembre 2006, n° 289818, décision "
    "rapportée) et le reporte au premier jour ouvrable (13 mai 2015, n° 368892, rapportée) : "
    "c'est le second "
    "jour montré. Si la décision n'indique ni délai ni voies de recours, le délai ne vous est pas "
    "opposable (CJA, art. R. 421-5), mais il ne faut pas attendre plus d'un an (CE, 13 juillet "
    "2016, n° 387763, décision rapportée).",
    "The Conseil d'État holds this delay to be “franc” (29 December 2006, no. 289818, reported) "
    "and carries it over to the next working day (13 May 2015, no. 368892, "
    "reported): the second day shown. "
    "If the decision states neither limit nor remedies, the limit does not bind you (CJA, "
    "art. R. 421-5), but do not wait more than one year (CE, 13 July 2016, no. 387763, reported).",
)
COURT_FAR = _say(
    FRANC.fr
    + " L'article R. 421-7 augmente le délai de l'article R. 421-1 ; il ne nomme pas celui de "
    "l'article R. 421-2, qui court après un silence : le premier jour montré ne compte pas dessus.",
    f"{FRANC.en} Art. R. 421-7 extends the delay of art. R. 421-1; it does not name that of "
    "art. R. 421-2, which runs after silence: the first day shown does not rely on it.",
)
