"""Where a store lies: a folder or the URL of an object store, its marker, and the lock that keeps writers apart.

The marker says which store this is and in which version of the tables; it is written before anything else, and its
absence in the midst of work tells that the disk has gone.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pyarrow.fs as pafs
from filelock import FileLock, Timeout

from facta.errors import StoreError
from facta.store.tables import SCHEMA_VERSION

Result = TypeVar("Result")
MARKER, LOCK, PENDING = "facta.json", ".writer.lock", "_pending"


class Place:
    """A store's address. ``path`` of a part is what the table format takes; side files go through ``files``."""

    def __init__(self, address: str | Path) -> None:
        self.name = str(address)
        self.local = "://" not in self.name
        if self.local:
            self.root = str(Path(self.name).absolute())
            self.files: Any = pafs.LocalFileSystem()
        else:
            try:
                self.files, self.root = pafs.FileSystem.from_uri(self.name.rstrip("/"))
            except (OSError, ValueError) as error:
                raise StoreError("T01", self.name, f"the address is not understood ({_first(error)})",
                                 "Give a folder, or a URL such as s3://bucket/store.") from error
        self.id: str | None = None

    def table(self, name: str) -> str:
        """Return the address of a table, as the table format takes it."""
        return f"{self.root if self.local else self.name.rstrip('/')}/{name}"

    def marker(self) -> dict[str, Any] | None:
        """Return what the marker says, or None where there is no store.

        Raises:
            StoreError: T02 it is no marker of ours, T03 a newer version wrote it, T06 it cannot be read.

        """
        data = guarded(self.name, lambda: self.read(MARKER))
        if data is None:
            return None
        try:
            marker = json.loads(data)
            version, made_by = int(marker["schema"]), str(marker["made_by"])
            marker["id"] = str(marker["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError("T02", f"{self.name}/{MARKER}", "it is no marker of a store", "Check the path.") from error
        if version > SCHEMA_VERSION:
            raise StoreError(
                "T03", self.name,
                f"the store was made by a newer version ({made_by}, tables of version {version}; known are those up to "
                f"{SCHEMA_VERSION})", "Install that version of Facta or a newer one.",
            )
        return dict(marker)

    def open(self) -> None:
        """Find the store.

        Raises:
            StoreError: T01 there is none; T02, T03, T06 as for ``marker``.

        """
        marker = self.marker()
        if marker is None:
            raise StoreError("T01", self.name, "there is no store", "Make one with `facta ingest … --store`.")
        self.id = marker["id"]

    def prepare(self) -> bool:
        """See whether there is a store, or room for one in an empty or new folder; True if there is one.

        Raises:
            StoreError: T02 the folder holds something else; T03, T06 as for ``marker``.

        """
        if self.marker() is not None:
            return True
        others = {Path(info.path).name for info in self._listed()} - {PENDING}
        if any(not name.startswith(".") for name in others):
            raise StoreError("T02", self.name, "the folder is no store and not empty", "Choose another folder.")
        guarded(self.name, lambda: self.files.create_dir(self.root, recursive=True))
        return False

    def make(self, made_by: str) -> bool:
        """Find the store, or make an empty one; True if it was made. To be called with the lock held.

        Raises:
            StoreError: as for ``prepare``.

        """
        if self.prepare():
            self.open()
            return False
        self.id = uuid.uuid4().hex
        marker = {"store": "facta", "schema": SCHEMA_VERSION, "id": self.id, "made_by": made_by}
        guarded(self.name, lambda: self.files.create_dir(f"{self.root}/{PENDING}", recursive=True))
        guarded(self.name, lambda: self.write(MARKER, json.dumps(marker).encode()))
        return True

    def check(self) -> None:
        """Make sure that the store is still there and the same.

        Raises:
            StoreError: T04 it is not.

        """
        try:
            data = self.read(MARKER)
            same = data is not None and json.loads(data).get("id") == self.id
        except (OSError, ValueError):
            same = False
        if not same:
            raise StoreError("T04", self.name, "the store is gone: a disk was unmounted, or the folder moved",
                             "Bring it back and run the same command again; it goes on where it was.")

    def lock(self) -> Callable[[], None]:
        """Keep other writers away until the returned function is called, or this process ends in any way.

        Raises:
            StoreError: T05 another process is writing.

        """
        if not self.local:
            return lambda: None
        lock = FileLock(f"{self.root}/{LOCK}", timeout=0)
        try:
            guarded(self.name, lock.acquire)
        except Timeout as error:
            raise StoreError("T05", self.name, "another process is writing to the store",
                             "Wait for it to end, or use another store.") from error
        return lock.release

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a side file, or None if there is none."""
        try:
            with self.files.open_input_stream(f"{self.root}/{name}") as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a side file, whole or not at all."""
        path = f"{self.root}/{name}"
        if not self.local:
            with self.files.open_output_stream(path) as stream:
                stream.write(data)
            return
        folder, _, last = path.rpartition("/")
        part = f"{folder}/.{last}.part"
        try:
            with Path(part).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(part).replace(path)
        except OSError:
            with suppress(OSError):
                Path(part).unlink(missing_ok=True)
            raise

    def remove(self, name: str) -> None:
        """Remove a side file."""
        self.files.delete_file(f"{self.root}/{name}")

    def names(self, folder: str) -> list[str]:
        """Return the names of the side files in a folder, sorted; unfinished ones left out."""
        selector = pafs.FileSelector(f"{self.root}/{folder}", allow_not_found=True)
        names = (Path(info.path).name for info in self.files.get_file_info(selector))
        return sorted(name for name in names if not name.startswith("."))

    def _listed(self) -> list[Any]:
        selector = pafs.FileSelector(self.root, allow_not_found=True)
        return guarded(self.name, lambda: list(self.files.get_file_info(selector)))


def guarded(name: str, work: Callable[[], Result]) -> Result:
    """Return what ``work`` returns, with the system's refusals in words.

    Raises:
        StoreError: T06 the store cannot be read or written.

    """
    try:
        return work()
    except Timeout:
        raise
    except OSError as error:
        raise refused(name, error) from error


def refused(name: str, error: Exception) -> StoreError:
    """Return (not raise) the error for a store that the system does not let us read or write."""
    return StoreError("T06", name, f"the store cannot be read or written ({_first(error)})",
                      "Free space, or check its permissions, and run the same command again.")


def _first(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).splitlines()[0][:300]
