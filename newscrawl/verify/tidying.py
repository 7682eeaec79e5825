"""What is left by processes that died, and is nobody's: taken away, or finished."""

from newscrawl import clock
from newscrawl.archive.repair import repair
from newscrawl.packed import ENDING, sync_directory
from newscrawl.places import Places
from newscrawl.summary import counted
from newscrawl.verify.leftovers import MOVED, both_forms, is_in, temporary_files
from newscrawl.verify.say import Say


def tidy(places: Places, say: Say) -> None:
    """Take temporary files away, keep one form of each day file, finish the archive's files.

    Raises:
        OSError: something cannot be removed or renamed.
    """
    for path in temporary_files(places):
        path.unlink()
        say(f"{path.relative_to(places.root)}: taken away; what it was to be made of is there")
    for packed in both_forms(places):
        plain = packed.with_name(packed.name.removesuffix(ENDING))
        if is_in(packed, plain):
            packed.unlink()
            say(f"articles/{packed.name}: taken away; {plain.name} has all of it")
        else:
            directory = places.quarantine / MOVED
            directory.mkdir(parents=True, exist_ok=True)
            aside = f"{packed.name}.{clock.now():%Y%m%dT%H%M%SZ}"
            packed.rename(directory / aside)
            sync_directory(directory)
            say(f"articles/{packed.name}: moved to quarantine/lines/{aside}; read {plain.name}")
        sync_directory(places.articles)
    done = repair(places.warc)
    if done.files:
        cut = f", {done.bytes_cut:,} bytes of a torn end cut" if done.bytes_cut else ""
        say(f"warc: {counted(done.files, 'open file')} finished{cut}")
