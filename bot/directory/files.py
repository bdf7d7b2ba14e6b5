"""Files of services: JSON, or the tables of HSDS in a folder or a .zip."""

import io
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
    """Write services as the name asks: .json, .zip, or a folder of tables. What stood there
    before stays whole until all of the new is written.
    """
    whole = hsds.whole_table(contents)
    if path.suffix == ".json":
        _replace({path: laid_out(whole).encode()})
        return
    files = {f"{name}{TABLE}": text.encode() for name, text in tabular.to_files(whole).items()}
    if path.suffix == ".zip":
        _replace({path: _packed(files)})
        return
    path.mkdir(parents=True, exist_ok=True)
    _replace({path / name: text for name, text in files.items()})
    for name in tabular.NAMES:
        if f"{name}{TABLE}" not in files:
            (path / f"{name}{TABLE}").unlink(missing_ok=True)


def _replace(files: Mapping[Path, bytes]) -> None:
    written = {path.with_name(f".{path.name}.new"): path for path in files}
    try:
        for new, path in written.items():
            new.write_bytes(files[path])
        for new, path in written.items():
            new.replace(path)
    finally:
        for new in written:
            new.unlink(missing_ok=True)


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


def _packed(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name, ALWAYS), text, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
