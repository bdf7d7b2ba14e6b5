"""Files of services: what is written is read again, and what is wrong is told by its key."""

import csv
import json
import shutil
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st

from bot.directory import hsds, starter
from bot.directory.contents import Contents, WrongFile, read_contents
from bot.directory.files import read_file, write_file
from bot.directory.layout import WIDTH, laid_out
from bot.programme.directory import Place, Service
from bot.programme.directory.writing import write_service
from tests.directory.services import SOME, a_service
from tests.profiles import examples

FORMS = ("all.json", "all.zip", "all")
THE_DOOR = write_service(a_service())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tables of one service, ready to be spoilt."""
    door = a_service(phones=(), languages=("nl",))
    write_file(tmp_path / "tables", Contents((door,)))
    return tmp_path / "tables"


def wrong(value: object) -> tuple[str, ...]:
    with pytest.raises(WrongFile) as told:
        read_contents(value)
    return told.value.problems


def wrong_file(path: Path) -> str:
    with pytest.raises(WrongFile) as told:
        read_file(path)
    return str(told.value)


@examples(15)
@given(services=SOME)
@pytest.mark.parametrize("name", FORMS)
def test_what_is_exported_is_imported_as_it_was(name: str, services: tuple[Service, ...]):
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        write_file(path, Contents(services))
        if services or name == "all.json":
            assert read_file(path).services == services


@pytest.mark.parametrize("name", FORMS)
def test_the_starter_directory_goes_out_and_comes_in_whole(tmp_path: Path, name: str):
    contents = read_contents({"services": starter.services(), "taxonomy_terms": starter.terms()})
    write_file(tmp_path / name, contents)
    assert read_file(tmp_path / name) == contents


@pytest.mark.parametrize("name", ["all.json", "all.zip"])
def test_the_same_services_are_the_same_file(tmp_path: Path, name: str):
    contents = read_contents(starter.services())
    for folder in ("once", "again"):
        (tmp_path / folder).mkdir()
        write_file(tmp_path / folder / name, contents)
    once, again = ((tmp_path / folder / name).read_bytes() for folder in ("once", "again"))
    assert once == again


def test_other_tools_find_the_ids_that_lead_from_row_to_row():
    for table in starter.services():
        (service,) = read_contents([table]).services
        whole = hsds.whole_service(service)
        assert whole["organization"]["id"] == whole["organization_id"]
        for name in ("phones", "schedules", "service_areas", "service_at_locations", "languages",
                     "cost_options"):  # fmt: skip
            assert {row["service_id"] for row in whole[name]} <= {whole["id"]}
        assert all(row["taxonomy_term_id"] for row in whole["attributes"])
        assert all(row["name"] != row["code"] for row in whole["languages"])
        assert all({"freq", "wkst", "byday", "local_timezone"} <= {*row}
                   for row in whole["schedules"] if "byday" in row)  # fmt: skip
        for row in whole["service_at_locations"]:
            (address,) = row["location"]["addresses"]
            assert address["country"] == "BE"


@pytest.mark.parametrize(
    ("code", "region"),
    [("1070", "BE-BRU"), ("1300", "BE-WAL"), ("1500", "BE-VLG"), ("4000", "BE-WAL"),
     ("9000", "BE-VLG"), ("B-1000", None)],
)  # fmt: skip
def test_an_address_names_the_region_of_its_postal_code(code: str, region: str | None):
    whole = hsds.whole_service(a_service(places=(Place("Straat 1", code, "Ergens"),)))
    (at,) = whole["service_at_locations"]
    assert at["location"]["addresses"][0].get("state_province") == region


def test_a_service_that_costs_something_says_so_without_an_amount():
    (cost,) = hsds.whole_service(a_service(is_free=False, fees={"en": "5 euros"}))["cost_options"]
    assert cost["option"] == "5 euros"
    assert "amount" not in cost


def test_a_list_and_a_table_of_services_are_both_read():
    assert read_contents([THE_DOOR]) == read_contents({"services": [THE_DOOR]})


def test_terms_of_a_taxonomy_come_in_with_names_in_one_language_or_more():
    terms = [
        {"id": "1", "code": "debt", "name": "Debts"},
        {"id": "2", "code": "debt.help", "parent_id": "1", "name_i18n": {"nl": "Schulden"}},
    ]
    assert read_contents({"services": [], "taxonomy_terms": terms}).terms == (
        {"code": "debt", "name_i18n": {"en": "Debts"}},
        {"code": "debt.help", "parent_code": "debt", "name_i18n": {"nl": "Schulden"}},
    )


def test_everything_that_is_wrong_is_told_at_once_by_key_or_number():
    second = {**THE_DOOR, "phones": [{"number": "none"}], "assured_date": "yesterday"}
    told = wrong({
        "services": [THE_DOOR, second, {"name": "Nameless"}, "a word"],
        "taxonomy_terms": [{"code": "gold"}, 7, {"code": "debt", "name_i18n": {"nl": 3}}],
    })  # fmt: skip
    assert told == (
        "the-door: 2 entries have this key.",
        "the-door (entry 2): phones 1 must be a number as one dials it in Belgium.",
        "the-door (entry 2): assured_date must be a day such as 2026-11-21.",
        "Entry 3: key must be at most 36 of a-z, 0-9 and -.",
        "Entry 3: attributes must be at least one need.",
        "Entry 3: service_areas must be at least one area.",
        "Entry 4 must be a table.",
        "Term 1: code must be a theme or a need, not 'gold'.",
        "Term 2: code must be a theme or a need, not None.",
        "Term debt: name_i18n must be a text for each language.",
    )


@pytest.mark.parametrize(
    "value", ["text", 7, None, {}, {"services": 3}, {"services": [], "taxonomy_terms": 3}]
)
def test_what_is_no_list_of_services_says_what_it_must_be(value: object):
    (told,) = wrong(value)
    assert "list of services" in told


@pytest.mark.parametrize("text", ["", "{", "\x00", "[" * 200_000])
def test_what_is_no_json_is_told_with_the_name_of_the_file(tmp_path: Path, text: str):
    (tmp_path / "all.json").write_text(text)
    assert "all.json is no JSON" in wrong_file(tmp_path / "all.json")


def test_what_is_no_zip_is_told(tmp_path: Path):
    (tmp_path / "all.zip").write_text("no")
    assert "cannot be unpacked" in wrong_file(tmp_path / "all.zip")


def test_a_zip_may_hold_its_tables_in_a_folder(folder: Path, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for one in folder.iterdir():
            packed.write(one, f"export/{one.name}")
    assert read_file(tmp_path / "all.zip") == read_file(folder)


def test_tables_without_services_are_none(folder: Path):
    (folder / "services.csv").unlink()
    assert wrong_file(folder) == "services.csv is missing."


def test_a_table_that_excel_saved_is_read(folder: Path):
    before = read_file(folder)
    text = (folder / "services.csv").read_text()
    (folder / "services.csv").write_text("\ufeff" + text.replace("\n", "\r\n"), newline="")
    assert read_file(folder) == before


def test_a_table_in_another_encoding_is_told(folder: Path):
    (folder / "languages.csv").write_bytes("id,name\n1,Néerlandais\n".encode("latin-1"))
    assert wrong_file(folder) == "languages.csv must be saved as UTF-8."


def test_a_row_that_belongs_to_nobody_is_told(folder: Path):
    text = (folder / "languages.csv").read_text()
    service = text.splitlines()[1].split(",")[1]
    (folder / "languages.csv").write_text(text.replace(service, "nobody"))
    assert wrong_file(folder) == "languages.csv, entry 1: service_id names none of services.csv."


def test_an_organization_that_is_not_there_is_told(folder: Path):
    (folder / "organizations.csv").unlink()
    told = wrong_file(folder)
    assert told == "services.csv, entry 1: organization_id names none of organizations.csv."


def test_a_row_of_another_length_is_told_with_its_line(folder: Path):
    with (folder / "languages.csv").open("a") as file:
        file.write("one\n")
    assert "languages.csv, line 3" in wrong_file(folder)


def test_two_rows_with_one_id_are_told(folder: Path):
    lines = (folder / "services.csv").read_text().splitlines()
    (folder / "services.csv").write_text("\n".join([*lines, lines[1]]))
    assert "services.csv, entry 2: id must be there, and not twice." in wrong_file(folder)


def test_a_cell_that_no_table_can_hold_is_told(folder: Path):
    (folder / "languages.csv").write_text("id,name\n1," + "x" * (csv.field_size_limit() + 1))
    assert "languages.csv, line" in wrong_file(folder)


def test_a_wrong_value_in_a_table_is_told_by_the_key_of_its_service(folder: Path):
    text = (folder / "services.csv").read_text()
    (folder / "services.csv").write_text(text.replace("active", "asleep"))
    assert wrong_file(folder).startswith("the-door: status must be one of active")


def test_a_file_of_another_tool_needs_only_a_key_beside_the_standard(tmp_path: Path):
    """As the standard has it: no language in the texts, free by an amount of nothing."""
    folder = tmp_path / "hsds"
    folder.mkdir()
    tables = {
        "organizations": "id,name,description\no1,The house,A house",
        "services": "id,organization_id,key,name,status,fees_description\n"
        "s1,o1,the-door,The door,active,Free of charge",
        "phones": "id,service_id,number,description\np1,s1,+3225088585,reception",
        "languages": "id,service_id,phone_id,code\nl1,,p1,nl",
        "cost_options": "id,service_id,amount\nc1,s1,0",
        "service_areas": "id,service_id,area_code\na1,s1,BE-BRU",
        "attributes": "id,link_id,link_type,link_entity,value\nx1,s1,need,service,debt.help",
        "schedules": "id,service_id,description\nd1,s1,Mondays",
    }
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text)
    (service,) = read_file(folder).services
    assert service.is_free
    assert service.fees == {"en": "Free of charge"}
    assert service.hours == {"en": "Mondays"}
    assert service.phones[0].international == "+3225088585"
    assert service.phones[0].languages == ("nl",)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
)


@given(VALUES)
def test_laid_out_json_is_the_same_value_and_stays_as_it_is(value: object):
    text = laid_out(value)
    assert json.loads(text) == value
    assert laid_out(json.loads(text)) == text


def test_laid_out_json_breaks_what_is_longer_than_a_line():
    text = laid_out([{"short": 1}, {"one": "x" * 60, "two": "y" * 60, "none": []}])
    assert max(map(len, text.splitlines())) <= WIDTH
    assert '  {"short": 1},\n' in text


def test_a_folder_is_made_where_there_is_none(tmp_path: Path):
    write_file(tmp_path / "a" / "b", Contents((a_service(),)))
    assert read_file(tmp_path / "a" / "b").services == (a_service(),)
    shutil.rmtree(tmp_path / "a")


@pytest.mark.parametrize("name", ["all.json", "all.zip", "folder"])
def test_an_export_that_breaks_off_leaves_the_one_before(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    write_file(tmp_path / name, Contents((a_service(),)))
    whole, written = Path.write_bytes, []

    def breaks_off(path: Path, text: bytes) -> int:
        written.append(whole(path, text[:9]))
        if len(written) > (name == "folder"):
            raise OSError(28, "No space left on device")
        return 9

    monkeypatch.setattr(Path, "write_bytes", breaks_off)
    with pytest.raises(OSError, match="No space"):
        write_file(tmp_path / name, Contents((a_service(website="https://door.be/"),)))
    assert read_file(tmp_path / name).services == (a_service(),)
    assert not list(tmp_path.rglob("*.new"))


def test_a_smaller_export_leaves_no_table_of_the_one_before(folder: Path):
    (folder / "notes.txt").write_text("ours")
    write_file(folder, Contents((a_service(),)))
    assert read_file(folder).services == (a_service(),)
    assert not (folder / "languages.csv").exists()
    assert (folder / "notes.txt").read_text() == "ours"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("id,service_id,number\np1,,112", "phones.csv, entry 1: service_id must be there."),
        ("id,service_id,location_id,number\np1,,l1,112", None),
    ],
)
def test_a_number_of_nothing_is_told_and_one_of_a_place_stays_out(
    folder: Path, rows: str, told: str | None
):
    (folder / "phones.csv").write_text(rows)
    if told:
        assert wrong_file(folder) == told
    else:
        assert read_file(folder).services[0].phones == ()


def test_a_language_of_nothing_is_told(folder: Path):
    (folder / "languages.csv").write_text("id,service_id,phone_id,code\n1,,,nl")
    assert wrong_file(folder) == "languages.csv, entry 1: phone_id or service_id must be there."
