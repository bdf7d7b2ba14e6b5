"""What somebody may need, in few and plain words: a button for each theme and each need."""

from bot.i18n import Speech


def theme_words(theme: str, speech: Speech) -> str:
    """The words for a theme."""
    words = {
        "crisis": speech.button("Crisis or danger"),
        "housing": speech.button("Housing"),
        "admin": speech.button("Papers"),
        "health": speech.button("Health"),
        "mental": speech.button("Feeling bad"),
        "debt": speech.button("Money and debts"),
        "legal": speech.button("Law and lawyer"),
        "work": speech.button("Work"),
        "family": speech.button("Family and children"),
        "violence": speech.button("Violence"),
        "discrimination": speech.button("Discrimination"),
        "isolation": speech.button("Feeling alone"),
        "food": speech.button("Food"),
        "digital": speech.button("Computer"),
        "youth": speech.button("Young people"),
    }
    return words[theme]


def need_words(need: str, speech: Speech) -> str:
    """The words for a need."""
    words = {**_daily(speech), **_close(speech), **_together(speech)}
    return words[need]


def _daily(speech: Speech) -> dict[str, str]:
    """A roof, papers, and danger."""
    return {
        "crisis.life": speech.button("Life in danger"),
        "crisis.suicide": speech.button("Thoughts of suicide"),
        "crisis.talk": speech.button("Talk to somebody now"),
        "crisis.poison": speech.button("Poisoning"),
        "crisis.missing": speech.button("My child is missing"),
        "crisis.storm": speech.button("Storm or flood"),
        "housing.tonight": speech.button("Nowhere to sleep"),
        "housing.day": speech.button("Shower, warm place"),
        "housing.rent": speech.button("Renting and landlord"),
        "housing.eviction": speech.button("Losing my home"),
        "housing.energy": speech.button("Gas, power and water"),
        "housing.social": speech.button("Social housing"),
        "housing.search": speech.button("Find a home"),
        "admin.municipality": speech.button("Town hall, address"),
        "admin.residence": speech.button("Residence card"),
        "admin.asylum": speech.button("Asylum"),
        "admin.integration": speech.button("Integration course"),
        "admin.language": speech.button("Language lessons"),
        "admin.diploma": speech.button("My foreign diploma"),
        "admin.benefits": speech.button("Money from the OCMW/CPAS"),
        "admin.unemployment": speech.button("Unemployment benefit"),
        "admin.tax": speech.button("Taxes"),
        "admin.driving": speech.button("Driving licence"),
        "admin.documents": speech.button("Lost or stolen papers"),
        "admin.help": speech.button("A letter or a form"),
        "admin.info": speech.button("General information"),
    }


def _close(speech: Speech) -> dict[str, str]:
    """Body, mind, money and work."""
    return {
        "health.gp": speech.button("A doctor"),
        "health.urgent": speech.button("Urgent care"),
        "health.insurance": speech.button("Health insurance"),
        "health.centre": speech.button("Health centre"),
        "health.ama": speech.button("Care without papers"),
        "health.pregnancy": speech.button("Pregnancy"),
        "health.addiction": speech.button("Alcohol, drugs, gambling"),
        "mental.listening": speech.button("Somebody who listens"),
        "mental.care": speech.button("A psychologist"),
        "mental.refugee": speech.button("Support for refugees"),
        "mental.youth": speech.button("Help for young people"),
        "mental.family": speech.button("Help for relatives"),
        "debt.help": speech.button("Debts and bills"),
        "legal.first": speech.button("Free legal advice"),
        "legal.prodeo": speech.button("A free lawyer"),
        "work.jobseeker": speech.button("Look for work"),
        "work.rights": speech.button("Problem at work"),
    }


def _together(speech: Speech) -> dict[str, str]:
    """Family and other people."""
    return {
        "family.baby": speech.button("Baby or small child"),
        "family.childcare": speech.button("Childcare"),
        "family.benefit": speech.button("Child benefit"),
        "family.relation": speech.button("Partner and parenting"),
        "family.tracing": speech.button("Find my lost family"),
        "violence.emergency": speech.button("In danger now"),
        "violence.partner": speech.button("Violence at home"),
        "violence.sexual": speech.button("Sexual violence"),
        "violence.child": speech.button("A child is being hurt"),
        "discrimination.report": speech.button("Report discrimination"),
        "discrimination.lgbt": speech.button("LGBTQI+"),
        "isolation.talk": speech.button("Talk on the phone"),
        "isolation.contact": speech.button("Meet people"),
        "isolation.activity": speech.button("Culture and activities"),
        "food.parcel": speech.button("Food parcel"),
        "food.meal": speech.button("Warm meal"),
        "digital.access": speech.button("Computer and internet"),
        "youth.talk": speech.button("Talk (young people)"),
        "youth.info": speech.button("Info for young people"),
        "youth.rights": speech.button("Rights of young people"),
    }
