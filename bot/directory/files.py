"""Files of services: JSON, or the tables of HSDS in a folder or a .zip."""

import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from bot.directory import hsds, tabular
from bot.directory.contents import Contents, WrongFile, read_contents
from bot.directory.layout import laid_out

ALWAYS = (1980, 1, 1, 0, 0, 0)  # the date of what is in a .zip, so that it is always the same file
TABLE = ".csv"


def read_file(path: Path) -> Contents:
    """What a file holds; WrongFile tells everything that is wrong with it."""
    if path.is_dir():
        return _read_tables({one.stem: one.read_bytes() for one in sorted(path.glob(f"*{TABLE}"))})
    if path.suffix == ".zip":
        return _read_tables(_unpacked(path))
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise WrongFile([f"{path} is no JSON: {error}."]) from None
    return read_contents(value)


def write_file(path: Path, contents: Contents) -> None:
    """Write services as the name asks: .json, .zip, or a folder of tables."""
    whole = hsds.whole_table(contents)
    if path.suffix == ".json":
        path.write_text(laid_out(whole), encoding="utf-8")
        return
    files = {f"{name}{TABLE}": text for name, text in tabular.to_files(whole).items()}
    if path.suffix == ".zip":
        _pack(path, files)
        return
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8", newline="")


def _read_tables(files: Mapping[str, bytes]) -> Contents:
    texts, problems = {}, []
    for name, raw in files.items():
        try:
            texts[name] = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems.append(f"{name}{TABLE} must be saved as UTF-8.")
    if problems:
        raise WrongFile(problems)
    return read_contents(tabular.from_files(texts))


def _unpacked(path: Path) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(path) as packed:
            names = [PurePosixPath(one) for one in sorted(packed.namelist())]
            return {one.stem: packed.read(str(one)) for one in names if one.suffix == TABLE}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise WrongFile([f"{path} cannot be unpacked: {error}."]) from None


def _pack(path: Path, files: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name, ALWAYS), text, zipfile.ZIP_DEFLATED)
