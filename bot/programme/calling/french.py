"""How people say in French that they want to talk to a coach."""

from bot.programme.calling.words import COACH, Calling

FRENCH = Calling(
    coach=(
        rf"(?:(?:un|une|le|la|mon|ma|au|l|du|des|votre|ton|ta|vos|vrai|vraie|mes|les|d) )*"
        rf"(?:{COACH}(?! (?:de (?:mon fils|ma fille|foot|sport|tennis|basket|natation|la salle"
        r"|l equipe|vie|yoga)|sportif|sportive))"
        r"|accompagnateur|accompagnatrice|accompagnante?"
        r"|(?:quelqu ?un|qqn|qq1|kelkun|personne|membre|gens|responsable) "
        r"(?:de|d|du|dans|chez|parmi|a) (?:(?:l|la|le|votre|notre|ton|chez|entre) )*"
        r"(?:equipe|vous|programme|bureau|duo|organisation|association|projet|service)"
        r"|un de vous|une de vous|l un de vous|(?:etre )?humain|vrai humain|vraie personne"
        r"|vrais? gens)"
    ),
    anybody=(
        r"(?:quelqu ?un|qqn|qq1|quelqun|kelkun|une personne|un personne|une dame ou un monsieur)"
        r"(?! (?:qui|de|d|du|a|au|dans|chez|pour|d autre)(?!\S))"
    ),
    wish=(
        r"(?:(?:je|j|on|nous) ?(?:voudrai[st]?|voudrez|voulais|veux|veut|veu|ve|souhaiterais"
        r"|souhaiterai|souhaite|desire|dois|doit|cherche|demande|aimerai[st]?|prefere"
        r"|prefererais|peux|peut|pe|pourrais|pourrai|pourrait|devrais|voulons|voudrions)"
        r"|j ?ai (?:vraiment |tres |trop |fort |bien )*(?:besoin|envie)"
        r"|j ?aurais (?:besoin|voulu)"
        r"|(?:puis|peux|pourrais) je|pouvons nous|je peu|(?:il )?(?:faut|faudrait) que je|me faut"
        r"|(?:c est|est il|est ce|serait il|ce serait|il est|ca serait|serait ce) possible"
        r"|possible"
        r"|comment (?:faire pour|je fais pour|fait on pour|on fait pour|puis je)|laissez? moi"
        r"|(?:^|\| )(?:moi )?(?:besoin|envie|vouloir|veux|voudrais"
        r"|souhaite))"
    ),
    need=(
        r"(?:je (?:voudrai[st]?|voulais|veux|veut|souhaite|souhaiterais|desire|demande|cherche)"
        r"|j ?aimerais|(?<!pas )(?<!plus )besoin(?: de| d| du)?|il me faut"
        r"|il me faudrait|me faut|puis je avoir"
        r"|je peux avoir|donnez? moi|passez? moi|(?:^|\| )ou est"
        r"|(?:^|\| )(?:cherche|veux|besoin)"
        r"|(?:pouvez vous|peux tu|tu peux|vous pouvez|on peut) (?:m |me )?"
        r"(?:passer|donner|envoyer|mettre en contact avec|trouver|demander|appeler))"
    ),
    reach=(
        r"(?:parler|parle|parlez|parlais|discuter|causer|voir|appeler|apeler|apler|rappeler"
        r"|telephoner|rencontrer|contacter|joindre|ecrire|demander|dire|poser|avoir|trouver"
        r"|echanger|entretenir|contact|rendez vous|rdv|entretien|appel|discussion|conversation"
        r"|consulter|expliquer|voie|appelle|appelee?|rappelee?|contactee?|aide|aidee|avis)"
    ),
    talk=r"(?:parler|parle|parlez|discuter|causer|echanger|contact|discussion|conversation)",
    lets=(
        r"(?:que|qu|peut|peux|pourrait|pourrais|pouvez vous|est ce qu|est ce que|faut|possible"
        r"|demandez? a|demandez?|dis a|dites a|y a t il|il y a|y a|si)"
    ),
    to_me=(
        r"(?:(?:peut |peux |pourrait |puisse |va |soit |veut |veuille )?(?:m|me|nous) ?"
        r"(?:appelle|apelle|appele|rappelle|appeler|apeler|rappeler|contacte|contacter|telephone"
        r"|telephoner|aide|aider|parle|parler|voie|voir|rencontre|rencontrer|ecrive|ecrire"
        r"|explique|expliquer|recoive|recevoir|ecoute|ecouter|conseille|conseiller)"
        r"|disponible|libre|pour (?:m|me|nous) (?:aider|parler|ecouter)"
        r"|(?:a|avec) qui (?:je|parler)|de (?:m|me) (?:appeler|rappeler|contacter))"
    ),
    rings_me=(
        r"(?:(?:peut |peux |pourrait |puisse |de )?(?:m|me|nous) ?(?:appelle|apelle|appele"
        r"|rappelle|appeler|apeler|rappeler|contacte|contacter|telephone|telephoner)"
        r"|(?:a|avec) qui (?:je|parler))"
    ),
    bare=(
        r"(?:parler|parle|discuter|voir|appeler|appelle|appelez|telephoner|rencontrer|contacter"
        r"|contacte|contactez|joindre|passez? moi|donnez? moi|envoyez? moi|mettez? moi en contact"
        r"|demandez?|(?:j ai )?(?:une |des |encore |petite )*(?:question|questions|message) pour)"
    ),
    why=(
        r"(?:pour|parce|car|qui|afin|maintenant|svp|stp|s il|urgent|vite|rapidement|aujourd|demain"
        r"|avec qui|a qui|a propos|au sujet|merci|mais|j|je|et|c est|dans|tout de suite|si)"
    ),
    told="(?:est|etait|c etait|c est|m a|m aide|a dit|va|fait du)",
    called=(
        r"(?:svp|stp|s il (?:te|vous) plait|(?:r?appelle|r?appelez|aidez?) moi|urgent|besoin"
        r"|(?:peut|pourrait) (?:m|me|nous) (?:r?appeler|telephoner|contacter|aider|parler|voir))"
    ),
    other=(
        r"(?:pas|plus|jamais|ce que|quoi|pourquoi|comment|mentor de|mon mentor|devenir|remercier"
        r"|savoir|comme|etre(?! (?:mis|mise|en|appele|appelee|rappele|rappelee|aide|aidee)(?!\S)))"
    ),
)  # fmt: skip
