"""The catalogs as files: the template (`.pot`) and one `.po` a language, always written alike."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from bot.i18n import DOMAIN, SOURCE_LANGUAGE
from bot.programme.languages import LANGUAGES
from tools.extraction import phrases_in_rooms

ROOT = Path(__file__).parent.parent
BUTTON = "button"  # the automatic comment that tells a translator: keep it short
TRANSLATED = tuple(language for language in LANGUAGES if language != SOURCE_LANGUAGE)

_HEADER = """\
# {title}
# Made by `make messages`: change the texts between quotes after msgstr, nothing else.
msgid ""
msgstr ""
"Project-Id-Version: duobot\\n"
{more}"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def template_path(root: Path = ROOT) -> Path:
    """Where the template with every English text is kept."""
    return root / "locales" / f"{DOMAIN}.pot"


def catalog_path(language: str, root: Path = ROOT) -> Path:
    """Where the translations of a language are kept."""
    return root / "locales" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extracted(root: Path = ROOT) -> Catalog:
    """A catalog of all texts that the code says now, in the order of the files."""
    catalog = Catalog(domain=DOMAIN)
    for phrase in phrases_in_rooms(root):
        catalog.add(
            (phrase.text, phrase.plural) if phrase.plural else phrase.text,
            locations=[(phrase.path, 0)],
            auto_comments=[BUTTON] if phrase.is_button else [],
            context=phrase.context,
        )
    return catalog


def read(path: Path, language: str | None = None) -> Catalog:
    """A catalog from its file; an absent file is an empty catalog."""
    text = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(text), locale=language, domain=DOMAIN)


def updated(catalog: Catalog, template: Catalog) -> Catalog:
    """The catalog with exactly the template's messages; a translation is kept, never guessed."""
    catalog.update(template, no_fuzzy_matching=True)
    return catalog


def written(catalog: Catalog) -> str:
    """The catalog as the text of its file: no dates, no line numbers, nothing obsolete."""
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return _header(catalog) + body.getvalue().decode()


def messages(catalog: Catalog) -> list[Message]:
    """The messages without the header."""
    return [message for message in catalog if message.id]


def name_of(message: Message) -> str:
    """The English text by which a message is known, in quotes."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return f'"{text}"'


def _header(catalog: Catalog) -> str:
    """The head of the file, with nothing in it that changes from run to run."""
    if catalog.locale is None:
        return _HEADER.format(title="Every text that duobot says, in English.", more="")
    more = f'"Language: {catalog.locale}\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n'
    return _HEADER.format(title=f"{catalog.locale.english_name} for duobot.", more=more)
