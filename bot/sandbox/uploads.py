"""Files on their way to and from the pretend Telegram."""

import base64
import mimetypes
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that the bot sends along with a call."""

    name: str
    data: bytes

    def summary(self) -> dict[str, Any]:
        """What the journal says of it."""
        return {"file_name": self.name, "file_size": len(self.data)}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that the pretend Telegram keeps."""

    file_id: str
    file_unique_id: str
    file_path: str
    file_name: str
    mime_type: str
    data: bytes

    @property
    def facts(self) -> dict[str, Any]:
        """What the Bot API's File object says of it."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_unique_id,
            "file_size": len(self.data),
        }

    def entry(self) -> dict[str, Any]:
        """The journal entry that keeps it."""
        return {
            "what": "file",
            "file_id": self.file_id,
            "file_unique_id": self.file_unique_id,
            "file_path": self.file_path,
            "file_name": self.file_name,
            "mime_type": self.mime_type,
            "base64": base64.b64encode(self.data).decode("ascii"),
        }


def stored_from(entry: dict[str, Any]) -> StoredFile:
    """The file that a journal entry tells of."""
    return StoredFile(
        file_id=entry["file_id"],
        file_unique_id=entry["file_unique_id"],
        file_path=entry["file_path"],
        file_name=entry["file_name"],
        mime_type=entry["mime_type"],
        data=base64.b64decode(entry["base64"]),
    )


def new_file(number: int, folder: str, upload: Upload) -> StoredFile:
    """The file as it is kept: ids and path follow from its number, and its kind from its name."""
    guessed = mimetypes.guess_type(upload.name)[0]
    ending = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
    return StoredFile(
        file_id=f"SandboxFile-{number:08d}",
        file_unique_id=f"SF{number:08d}",
        file_path=f"{folder}/file_{number}.{ending}",
        file_name=upload.name,
        mime_type=guessed or "application/octet-stream",
        data=upload.data,
    )
