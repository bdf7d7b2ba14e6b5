"""Methods about files."""

from bot.sandbox.answers import bad_request
from bot.sandbox.limits import BIGGEST_DOWNLOAD
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import Outcome, World


def get_file(world: World, parameters: Parameters) -> Outcome:
    """Where a file can be fetched."""
    stored = world.state.files.get(parameters.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > BIGGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return Outcome({**stored.facts, "file_path": stored.file_path})
