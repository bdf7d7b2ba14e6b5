"""How people say in Dutch that they want to talk to a coach."""

from bot.programme.calling.words import COACH, Calling

DUTCH = Calling(
    verb_last=True,
    coach=(
        rf"(?:(?:een|n|de|mijn|mij|m n|mn|jullie|uw|onze|die|echte|ne|den) )*"
        rf"(?:{COACH}(?! van (?:mijn zoon|mijn dochter|de ploeg|de club|het voetbal))"
        r"|begeleider|begeleidster|medewerker van jullie|medewerker"
        r"|(?:iemand|mensen|een|persoon|mens) (?:van|uit|bij|in) "
        r"(?:jullie|(?:het |de |uw |je )?(?:team|kantoor|bureau|programma|project|organisatie"
        r"|ploeg|duo))|(?:echt )?(?:mens|persoon)(?! (?:om|die|voor|te)(?!\S)))"
    ),
    anybody=r"(?:iemand|een iemand)(?! (?:van|bij|uit|die|anders|in|op|aan|te)(?!\S))",
    wish=(
        r"(?:(?:ik|k|ikke|we|wij) (?:zou|zouden|wil|wilt|wille|willen|wou|wilde|wens|wenst|moet"
        r"|moeten|zoek|vraag|verkies|had (?:\S+ )?graag|had)"
        r"|(?:mag|kan|kon|zou|moet|wil|mogen|kunnen|zouden) (?:ik|k|we|wij)"
        r"|(?:is|zou) het mogelijk|mogelijk|laat me|graag|liefst|liever|(?:^|\| )wil"
        r"|(?:hoe|waar|wanneer) (?:bereik|contacteer|vind|spreek|bel|zie) ik)"
    ),
    need=(
        r"(?:(?:ik|k|we|wij) (?:zou|wil|wilt|wou|zoek|vraag|moet)"
        r"|ik nodig|nood aan|behoefte aan|heb nodig|geef me|geef mij|mag ik|kan ik|graag"
        r"|(?:^|\| )nodig|(?:ben|is) op zoek naar)"
    ),
    reach=(
        r"(?:spreken|spreke|sprek|spreek|praten|prate|praat|babbelen|klappen|bellen|belle|opbellen"
        r"|terugbellen|telefoneren|zien|ontmoeten|contacteren|contact|bereiken|vragen|vertellen"
        r"|schrijven|sturen|afspreken|vinden|hebben|krijgen|overleggen|bespreken|appen|mailen"
        r"|uitleggen|bezoeken|afspraak|gesprek|babbel|telefoneer|hulp|nodig)"
    ),
    talk=r"(?:spreken|spreke|praten|prate|babbelen|klappen|overleggen|gesprek)",
    lets=(
        r"(?:kan|kon|kunt|kunnen|zou|zouden|mag|wil|willen|laat|vraag|zeg|wilt|wens|graag|dat|of"
        r"|is er|als)"
    ),
    to_me=(
        r"(?:(?:me|mij|ons) (?:eens |even |terug |op |nu |vandaag |snel |morgen |een keer )*"
        r"(?:\S+ ){0,5}?(?:bellen|belt|terugbellen|terugbelt|opbellen|opbelt|contacteren"
        r"|contacteert|helpen|helpt|spreken|spreekt|zien|ziet|bezoeken|uitleggen|uitlegt"
        r"|ontmoeten|telefoneren|schrijven|zou bellen)"
        r"|(?:bellen|belt|bel|contacteren|helpen|praten|spreken|praat) (?:met )?(?:me|mij|ons)"
        r"|met (?:me|mij|ons) (?:\S+ ){0,4}?(?:praten|spreken|bellen|afspreken|praat|spreekt)"
        r"|langskomen|langs komen|beschikbaar|laten bellen"
        r"|(?:waarmee|met wie|waar) ik (?:\S+ ){0,4}?(?:kan|mag))"
    ),
    rings_me=(
        r"(?:(?:me|mij|ons) (?:\S+ ){0,5}?(?:bellen|belt|terugbellen|opbellen|opbelt|contacteren"
        r"|contacteert)|met (?:me|mij|ons) (?:\S+ ){0,4}?(?:praten|spreken|praat|spreekt)"
        r"|(?:waarmee|met wie) ik (?:\S+ ){0,4}?(?:kan|mag))"
    ),
    bare=(
        r"(?:praten|prate|spreken|bellen|bel|roep|contacteer|contacteren|contact|zien|ontmoeten"
        r"|afspreken|geef me|geef mij|verbind me|stuur me|vraag (?:voor|aan)|vraagje (?:voor|aan)"
        r"|bericht (?:voor|aan)|(?:ik heb )?(?:een |nog |n |wat |veel )*"
        r"(?:vraag|vraagje|vragen|bericht|boodschap|iets) voor)"
    ),
    why=(
        r"(?:nodig|voor|over|want|omdat|om|die|nu|graag|aub|svp|asap|dringend|eerst|vandaag|morgen"
        r"|alsjeblieft|alstublieft|en|als|met wie|maar|ik|a|in|bij|snel|bellen|direct)"
    ),
    told="(?:is|was|heeft|had|ging|helpt|hielp|zegt|zei|en ik)",
    called=(
        r"(?:bellen|spreken|praten|zien|nodig|contacteren|aub|graag|alstublieft|alsjeblieft|bel me"
        r"|bel mij|kan (?:je|u) (?:me|mij)|kan (?:me|mij) (?:\S+ )?bellen|gezocht)"
    ),
    other="(?:niet|geen|nooit|nie|wat|wie|waarom|dat|als(?! het)|mentor om|bedanken|worden)",
)  # fmt: skip
