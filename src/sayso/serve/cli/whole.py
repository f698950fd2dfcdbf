"""Writing a file, or a folder of files, whole or not at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import SaysoError, UsageError
from sayso.export.file import File


def check_target(file: Path, *, force: bool) -> None:
    """Raises UsageError where a file can't go there, before any work is done."""
    if file.is_dir():
        raise UsageError(f"{file}: this is a folder. Name a file with -o.")
    if file.exists() and not file.is_file():
        raise UsageError(f"{file}: this is no ordinary file. Use `-o -` for standard output.")
    if file.exists() and not force:
        raise UsageError(f"{file}: there is a file already. Name another with -o, or write over it with --force.")
    _check_parent(file)


def check_folder(folder: Path, ending: str, *, force: bool) -> None:
    """Raises UsageError where a folder of files with that ending can't go there, before any work is done.

    Only an empty folder, or with `force` one that holds such files alone, is replaced: nobody's other files are lost.
    """
    if not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise UsageError(f"{folder}: this is no folder, and the format is a folder of files. Name another with -o.")
        _check_parent(folder)
        return
    found = sorted(f.name for f in folder.iterdir())
    if found and not force:
        raise UsageError(f"{folder}: there is a folder already. Name another with -o, or replace it with --force.")
    other = next((n for n in found if not n.endswith(ending) or not (folder / n).is_file()), None)
    if other is not None:
        raise UsageError(f"{folder}: it holds {other}, which isn't from such an export. Name another folder with -o.")


def _check_parent(path: Path) -> None:
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}. Make it, or name another place with -o.")


def write_whole(file: Path, chunks: Iterable[bytes], *, force: bool) -> None:
    """Writes a file whole or not at all."""
    target = file.resolve()
    with _name_failures(file):
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
        made = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                for chunk in chunks:
                    stream.write(chunk)
            made.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_read_mask())
            check_target(file, force=force)
            made.replace(target)
        finally:
            made.unlink(missing_ok=True)


def write_folder(folder: Path, files: Iterable[File], ending: str, *, force: bool) -> None:
    """Writes a folder whole or not at all."""
    target = folder.resolve()
    with _name_failures(folder):
        made = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"))
        old = made.with_suffix(".old")
        try:
            for file in files:
                with (made / file.name).open("wb") as stream:
                    for chunk in file.chunks:
                        stream.write(chunk)
            made.chmod(0o777 & ~_read_mask())
            check_folder(folder, ending, force=force)
            if target.exists():
                target.rename(old)
            try:
                made.rename(target)
            except OSError:
                if old.exists():
                    old.rename(target)
                raise
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def write_out(chunks: Iterable[bytes]) -> None:
    """Writes to standard output, as they are whatever the terminal's encoding is."""
    sys.stdout.flush()
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


@contextmanager
def _name_failures(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SaysoError(
            f"{path}: it can't be written ({error.strerror}). Check the disk, or name another place with -o."
        ) from error


def _read_mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
