"""What is said in Dutch."""

from bot.programme.intents import Intent, Words

DUTCH: Words = {
    Intent.HELP: (
        "help", "help me", "help mij", "hulp", "hulp nodig", "ik heb hulp nodig", "ik wil hulp",
        "ik zoek hulp", "kan je me helpen", "kan je mij helpen", "kun je me helpen",
        "kunt u me helpen", "kunt u mij helpen", "wil je me helpen", "uitleg", "info",
        "informatie", "ik begrijp het niet", "ik begrijp dit niet", "ik snap het niet",
        "ik versta het niet", "ik weet het niet", "wat moet ik doen", "wat kan je doen",
        "wat kan ik doen", "wat nu", "wat", "hoe werkt dit", "hoe werkt het", "wat is dit",
    ),
    Intent.FIND_HELP: (
        "hulp zoeken", "hulp vinden", "zoek hulp", "vind hulp", "help zoeken", "hulp opzoeken",
        "ik wil hulp zoeken", "ik wil hulp vinden", "waar vind ik hulp", "waar kan ik hulp vinden",
        "waar krijg ik hulp", "wie kan me helpen", "wie kan mij helpen", "wie helpt mij",
        "naar welke dienst", "diensten", "een dienst", "adressen", "sociale kaart", "wegwijzer",
        "waar moet ik naartoe", "waar moet ik naar toe", "waar kan ik terecht", "doorverwijzen",
        "ik zoek een dienst", "welke hulp is er", "welke diensten zijn er",
    ),
    Intent.EMERGENCY: (
        "sos", "noodgeval", "nood", "noodnummer", "noodnummers", "crisis", "gevaar",
        "dit is een noodgeval", "het is een noodgeval", "dit is dringend", "het is dringend",
        "dringend", "ik ben in gevaar", "ik ben in nood", "wie moet ik bellen", "nu hulp nodig",
        "ik heb dringend hulp nodig", "ik heb direct hulp nodig", "bel 112", "112",
    ),
    Intent.LANGUAGE: (
        "taal", "talen", "andere taal", "een andere taal", "taal kiezen", "taal veranderen",
        "taal wijzigen", "kies taal", "verander taal", "verander de taal", "wijzig taal",
        "wijzig de taal", "ik wil een andere taal", "ik wil de taal veranderen", "in het frans",
        "in het engels", "in het nederlands",
    ),
    Intent.STOP: (
        "stop", "stop ermee", "stop daarmee", "stop nu", "stoppen", "ik stop", "ik wil stoppen",
        "ik wil ermee stoppen", "pauze", "pauzeer", "pauzeren", "ik wil pauze",
        "ik wil een pauze", "ik wil pauzeren", "ik neem pauze", "geen berichten",
        "geen berichten meer", "stuur geen berichten", "stuur geen berichten meer",
        "stuur me niets meer", "ik wil geen berichten meer", "afmelden", "uitschrijven",
        "laat me met rust",
    ),
    Intent.RESUME: (
        "ik doe weer mee", "weer meedoen", "ik wil weer meedoen",
        "hervat", "hervatten", "ik wil hervatten", "herneem", "hernemen", "verder", "ga verder",
        "verder gaan", "verdergaan", "verder doen", "ik wil verder", "ik wil verdergaan",
        "ik wil verder gaan", "ik wil verder doen", "we gaan verder", "doorgaan", "ga door",
        "pauze gedaan", "einde pauze", "stop de pauze", "ik ben terug", "ik ben er weer",
    ),
    Intent.PRIVACY: (
        "ik ga niet meer akkoord", "niet meer akkoord",
        "privacy", "privacytekst", "privacyverklaring", "mijn privacy", "gegevens",
        "mijn gegevens", "persoonsgegevens", "mijn persoonsgegevens", "gdpr", "avg",
        "wat weet je van mij", "wat weet je over mij", "wat bewaar je", "wat bewaar je van mij",
        "wat bewaar je over mij", "toestemming intrekken", "ik trek mijn toestemming in",
    ),
    Intent.COACH: (
        "ik wil een mens spreken", "ik wil met een mens praten", "een mens",
        "coach", "mijn coach", "de coach", "een coach", "bel mijn coach",
        "contacteer mijn coach", "ik wil mijn coach", "ik wil een coach",
        "ik wil mijn coach spreken", "ik wil de coach spreken", "ik wil een coach spreken",
        "ik wil met mijn coach spreken", "ik wil met de coach spreken",
        "ik wil met een coach spreken", "ik wil met mijn coach praten",
        "ik wil met de coach praten", "ik wil praten met mijn coach",
        "ik wil spreken met mijn coach", "ik wil iemand spreken", "ik wil met iemand spreken",
        "ik wil met iemand praten", "ik zoek mijn coach", "ik heb mijn coach nodig",
        "ik heb een coach nodig", "kan ik mijn coach spreken", "mag ik mijn coach spreken",
        "kan mijn coach me bellen", "kan mijn coach mij bellen", "praten met mijn coach",
        "spreken met mijn coach", "met mijn coach praten", "met mijn coach spreken",
        "mijn coach spreken", "vraag mijn coach", "vraag aan mijn coach", "roep mijn coach",
        "mijn coach bellen",
    ),
    Intent.MENU: (
        "menu", "hoofdmenu", "het menu", "toon menu", "toon het menu", "naar het menu",
        "terug naar het menu", "keuzes", "opties", "overzicht",
    ),
    Intent.BACK: (
        "terug", "ga terug", "ik wil terug", "ik wil teruggaan", "teruggaan", "een stap terug",
        "stap terug", "vorige", "vorige vraag", "de vorige vraag", "naar de vorige vraag",
    ),
    Intent.START: (
        "start", "starten", "begin", "beginnen", "ik wil beginnen", "ik wil starten",
        "laten we beginnen", "opnieuw beginnen", "begin opnieuw", "hallo", "hallo daar", "hoi",
        "hey", "goedendag", "goeiedag", "goedemorgen", "goeiemorgen", "goedemiddag",
        "goeiemiddag", "goedenavond", "goeienavond",
    ),
    Intent.ANSWERS: (
        "antwoorden", "mijn antwoorden", "antwoorden verbeteren", "verbeter mijn antwoorden",
        "mijn antwoorden verbeteren", "ik wil mijn antwoorden zien", "toon mijn antwoorden",
        "ik wil mijn antwoorden verbeteren", "ik wil een antwoord verbeteren",
        "antwoord verbeteren", "antwoord veranderen", "antwoorden veranderen",
    ),
}  # fmt: skip
