"""How people say, in the three languages, that they cannot come, will be late, or want to move a
meeting, and how they answer to times; without capitals, accents and apostrophes.
"""

from collections.abc import Mapping
from enum import StrEnum


class About(StrEnum):
    """What somebody wants about a meeting that is fixed."""

    CANNOT = "cannot"
    LATE = "late"
    MOVE = "move"
    CANCEL = "cancel"
    WHERE = "where"
    WHEN = "when"


# These count wherever they stand in a message.
SOMEWHERE: Mapping[About, str] = {
    About.CANNOT: "kan niet komen|kan ik niet komen|kan er niet zijn|kan ik er niet zijn"
    "|kan er niet bij zijn|kan niet aanwezig zijn|kan niet naar de afspraak"
    "|kan niet naar onze afspraak|zal niet komen|zal er niet zijn|kom niet|kom ik niet"
    "|zal niet lukken|gaat niet lukken|geraak er niet|geraak niet op de afspraak|raak er niet"
    "|peux pas venir|pourrai pas venir|saurai pas venir|sais pas venir|peux pas y aller"
    "|peux pas etre la|pourrai pas etre la|serai pas la|viens pas|viendrai pas|vais pas venir"
    "|pourrais pas venir|suis empeche|suis empechee|ai un empechement"
    "|cannot come|can t come|cant come|can not come|won t come|wont come|will not come"
    "|not coming|can t make it|cant make it|cannot make it|won t make it|wont make it"
    "|will not make it|not able to come|unable to come|can t be there|cannot be there"
    "|cant be there|won t be there|will not be there|can t attend|cannot attend"
    "|can t meet|cannot meet|cant meet",
    About.LATE: "ben te laat|ben ik te laat|kom te laat|kom ik te laat|zal te laat zijn"
    "|zal te laat komen|ben wat later|kom wat later|ben later|kom later|zal later zijn"
    "|ben laat|heb vertraging|trein heeft vertraging|bus heeft vertraging|tram heeft vertraging"
    "|serai en retard|suis en retard|vais etre en retard|arrive en retard|arriverai en retard"
    "|aurai du retard|ai du retard|train a du retard|bus a du retard|tram a du retard"
    "|vais arriver en retard|arrive plus tard|arriverai plus tard"
    "|running late|be late|i am late|i m late|im late|bus is late|train is late|train is delayed"
    "|bus is delayed|tram is late|be there later|be delayed|running behind",
    About.MOVE: "kunnen we verplaatsen|kunnen we het verplaatsen|kunnen we dat verplaatsen"
    "|kunnen we de afspraak verplaatsen|kunnen we onze afspraak verplaatsen|afspraak verplaatsen"
    "|kunnen we verzetten|kunnen we het verzetten|afspraak verzetten|afspraak uitstellen"
    "|kunnen we uitstellen|kunnen we het uitstellen|kunnen we een ander moment"
    "|kan het een andere keer|kan het op een andere dag|kan het een andere dag"
    "|kunnen we een andere dag|afspraak verschuiven|kunnen we het verschuiven"
    "|on peut deplacer|peut on deplacer|peux on deplacer|pouvons nous deplacer|peut deplacer"
    "|deplacer le rendez vous|deplacer notre rendez vous|deplacer le rdv|deplacer la rencontre"
    "|on peut reporter|peut on reporter|pouvons nous reporter|reporter le rendez vous"
    "|reporter notre rendez vous|reporter le rdv|changer le rendez vous|changer l heure du rendez"
    "|on peut changer de jour|on peut changer d heure|on peut se voir un autre jour"
    "|can we move it|can we move our meeting|can we move the meeting|can we move this"
    "|could we move it|could we move the meeting|could we move our meeting|move our meeting"
    "|move the meeting|move the appointment|move our appointment|can we reschedule"
    "|could we reschedule|want to reschedule|need to reschedule|reschedule it"
    "|reschedule our meeting|reschedule the meeting|can we postpone|could we postpone"
    "|postpone our meeting|postpone the meeting|postpone it|can we change the time"
    "|can we change the day|can we do another day|can we meet another day|can we shift it",
    About.CANCEL: "afspraak annuleren|afspraak afzeggen|afspraak afgelasten|annuleer de afspraak"
    "|annuler le rendez vous|annuler notre rendez vous|annuler le rdv|annuler la rencontre"
    "|annule le rendez vous|cancel the meeting|cancel our meeting|cancel my meeting"
    "|cancel the appointment|cancel our appointment",
}

# These count only when nothing else is said: alone they leave no doubt, in a sentence they do.
ALONE: Mapping[About, str] = {
    About.CANNOT: "ik kan niet|kan ik niet|kan niet|lukt niet|het lukt niet|het lukt me niet"
    "|lukt me niet|past niet meer|je peux pas|je ne peux pas|peux pas|je ne peux plus"
    "|ca ne va pas aller|i can t|i cant|i cannot|can t|i can not|i m not able to",
    About.LATE: "te laat|later|vertraging|retard|en retard|late|delayed",
    About.MOVE: "verplaatsen|verzetten|uitstellen|een andere dag|een ander moment|andere dag"
    "|ander uur|een ander uur|deplacer|reporter|changer de jour|changer d heure|un autre jour"
    "|autre jour|une autre fois|move|move it|reschedule|postpone|another day|another time"
    "|a different day|a different time|change the time|change the day",
    About.CANCEL: "annuleren|annuleer|afzeggen|afgelasten|annuler|annule|cancel|cancel it"
    "|ik wil annuleren|je veux annuler|i want to cancel",
    About.WHERE: "waar was het weer|waar was het|waar is het|waar is het weer|waar|waar weer"
    "|waar spreken we af|waar hebben we afgesproken|waar zien we elkaar|waar is onze afspraak"
    "|waar is de afspraak|waar moet ik zijn|waar moeten we zijn|waar was dat weer|wat is het adres"
    "|het adres|adres|waar gaat het door|waar was onze afspraak"
    "|c est ou|c est ou deja|ou c est|ou c est deja|ou deja|c etait ou|c etait ou deja"
    "|ou est ce|ou est ce qu on se voit|on se voit ou|on se retrouve ou|ou se voit on"
    "|ou est le rendez vous|le rendez vous c est ou|quelle est l adresse|c est quoi l adresse"
    "|l adresse|adresse|quelle adresse|ou a lieu le rendez vous|c est a quel endroit"
    "|where is it|where is it again|where was it|where was it again|where again|where"
    "|where is that"
    "|where do we meet|where are we meeting|where is the meeting|where is our meeting"
    "|where should i go|where will we meet|what is the address|what s the address"
    "|whats the address|the address|address|where s it|where s the meeting|where shall we meet",
    About.WHEN: "wanneer|wanneer was het|wanneer was het weer|wanneer is het|wanneer is het weer"
    "|hoe laat|hoe laat was het|hoe laat was het weer|hoe laat is het weer|om hoe laat"
    "|om hoe laat is het|om hoe laat was het|welk uur|wanneer spreken we af|welke dag was het"
    "|hoe laat spreken we af|wanneer zien we elkaar|wanneer was onze afspraak"
    "|quand|c est quand|c est quand deja|quand est ce|quand deja|c etait quand"
    "|c est a quelle heure"
    "|a quelle heure|a quelle heure deja|c est quelle heure deja|c etait a quelle heure"
    "|on se voit quand|on se voit a quelle heure|a quelle heure on se voit|c est quel jour"
    "|quand est le rendez vous|quand est ce qu on se voit"
    "|when|when is it|when is it again|when was it|when was it again|what time|what time is it at"
    "|at what time|what time again|what time was it|what time do we meet|when do we meet"
    "|when are we meeting|when is the meeting|when is our meeting|what time is the meeting"
    "|what time is our meeting|which day|what day was it|when s the meeting|when again",
}

# Why somebody cannot come; said beside it, it is no call for help.
REASONS = (
    "ik lig in het ziekenhuis", "ik moet naar het ziekenhuis", "ik moet naar de dokter",
    "ik ben heel ziek", "ik ben erg ziek", "ik ben ziek", "ben ziek", "ik voel me niet goed",
    "ik voel me niet zo goed", "ik heb koorts", "ik heb griep", "ik heb de griep", "ziek",
    "ik heb corona", "ik ben verkouden", "ik lig in bed", "mijn kind is ziek",
    "mijn kinderen zijn ziek", "mijn zoon is ziek", "mijn dochter is ziek", "mijn baby is ziek",
    "ik moet werken", "ik heb hoofdpijn",
    "je suis a l hopital", "je dois aller chez le medecin", "je suis tres malade",
    "je suis malade", "suis malade", "malade", "je ne me sens pas bien",
    "je me sens pas bien", "je me sens mal", "j ai de la fievre", "j ai la grippe",
    "j ai le covid", "mon enfant est malade", "mes enfants sont malades", "mon fils est malade",
    "ma fille est malade", "mon bebe est malade", "je dois travailler", "j ai mal a la tete",
    "i am in hospital", "i am in the hospital", "i m in hospital", "i have to see a doctor",
    "i am very ill", "i m very ill", "i am very sick", "i m very sick", "i am ill", "i m ill",
    "im ill", "am ill", "i am sick", "i m sick", "im sick", "i feel sick", "i feel ill", "ill",
    "sick", "i do not feel well", "i don t feel well", "i am not feeling well",
    "i m not feeling well", "i am unwell", "i m unwell", "i have a fever", "i have fever",
    "i have the flu", "i have covid", "i have a cold", "my child is sick", "my child is ill",
    "my children are sick", "my kid is sick", "my son is sick", "my daughter is sick",
    "my baby is sick", "i have to work", "i must work", "i have a headache",
)  # fmt: skip

# Beside these words it is no meeting to which somebody cannot come, or for which they are late.
ELSEWHERE = (
    "come home", "come off", "come out", "come clean", "come back", "come to work",
    "come to school", "naar huis", "naar school", "naar het werk", "thuis", "niet klaar komen",
    "niet rondkomen", "venir a la maison", "venir chez moi", "au travail", "a l ecole",
    "loyer", "rent", "huur", "facture", "facturen", "bill", "bills", "betaling", "betalen",
    "payer", "paying", "paiement", "payment", "te laat voor mij", "trop tard", "too late",
)  # fmt: skip

# What says a day, an hour or nothing of its own; left out before a phrase is looked for.
_SMALL = """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag morgen overmorgen
    vanmiddag vanavond vanmorgen namiddag voormiddag avond volgende week deze
    lundi mardi mercredi jeudi vendredi samedi dimanche aujourdhui aujourd hui demain matin
    soir midi prochain prochaine semaine ce ne
    monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight morning
    afternoon evening next this
    januari februari maart april mei juni juli augustus september oktober november december
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    january february march may june july august october
    minuten minuut min kwartier uur half minutes minute heure heures quart d un une
    quarter hour hours mins op om rond ongeveer helaas jammer genoeg spijtig dus echt toch wel
    even misschien vers environ malheureusement vraiment donc on at around about
    unfortunately really maybe so probably afraid a an the of pm am u h
"""
SMALL = frozenset(_SMALL.split())


YES = (
    "ja|ja goed|ja dat is goed|dat is goed|goed|is goed|prima|oke|ok|okay|in orde|perfect|top"
    "|ja hoor|ja prima|ja graag|dat past|past|past voor mij|dat past voor mij|akkoord|ja dat past"
    "|ja past|ja ok|ja oke|dat lukt|lukt|ja dat lukt|zeker|natuurlijk"
    "|oui|oui ca va|ca va|ca me va|oui ca me va|d accord|oui d accord|parfait|c est bon"
    "|oui c est bon|tres bien|oui parfait|ca marche|oui ca marche|bien|ok ca va|ok pour moi"
    "|c est d accord|ca convient|ca me convient|oui volontiers|volontiers|bien sur|nickel"
    "|yes|yes ok|yes please|yes fine|yes that s fine|that s fine|fine|yes good|good|great|perfect"
    "|sure|yes sure|that works|works for me|that works for me|yes that works|sounds good"
    "|that is fine|yes that is fine|yes that s good|that s good|agreed|i agree|suits me|of course"
    "|that suits me|yes it s ok|it s ok|it s fine|fine for me|ok for me|yep|yeah|yes works for me"
)
NONE_FITS = (
    "past niet|dat past niet|past niet voor mij|dat past niet voor mij|past mij niet|past me niet"
    "|geen van beide|geen van allemaal|geen van deze|geen enkel past|geen van de twee|geen een"
    "|geen van beide past|geen van deze tijden past|nee past niet|nee dat past niet|nee|neen"
    "|geen enkele past|ik kan dan niet|dan kan ik niet|die passen niet|niets past|lukt niet"
    "|dat lukt niet|dat gaat niet|geen enkele|nee dat lukt niet|geen van beiden|kan niet"
    "|aucun|aucun ne va|aucun ne me va|aucun ne convient|aucun ne me convient|aucune"
    "|aucun des deux"
    "|aucune date ne va|aucun va|ca ne va pas|ca va pas|ca ne me va pas|ca me va pas|non"
    "|ca ne convient pas|ca ne me convient pas|non ca ne va pas|non ca va pas|pas possible"
    "|ni l un ni l autre|rien ne va|ce n est pas possible|je ne peux pas|je peux pas"
    "|aucune ne va|aucune ne me convient|aucun de ces moments|non aucun"
    "|neither|neither suits me|neither works|neither works for me|neither of them|none"
    "|none of these|none of them|none suits me|none works|none work|none work for me|none suit me"
    "|none works for me|neither suit me|no|nope|they don t suit me|doesn t suit me|not possible"
    "|it doesn t suit me|that doesn t suit me|doesn t work for me|that doesn t work"
    "|that doesn t work for me|none of those|none fits|none fit|neither fits|i can t|i cannot"
    "|these don t work|these don t suit me|neither of these|none of them work|none of these work"
    "|no none|neither one|i can t then|it doesn t fit|not for me"
)
