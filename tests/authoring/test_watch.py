"""What an author saves is noticed, and nothing else."""

from degrau.authoring.watch import saves
from degrau.pack.pack import Pack


def test_a_file_that_is_saved_with_something_new_in_it_is_noticed(tmp_path) -> None:
    source = tmp_path / "solutions" / "00_one.py"
    source.parent.mkdir()
    written = iter(["first", "first", "second"])
    pauses: list[int] = []

    def pause() -> None:
        pauses.append(1)
        source.write_text(next(written), "utf-8")

    noticed = saves(Pack(tmp_path), "00_one", pause)
    next(noticed)
    next(noticed)
    assert (len(pauses), source.read_text("utf-8")) == (1, "first")
    next(noticed)
    assert (len(pauses), source.read_text("utf-8")) == (3, "second")
