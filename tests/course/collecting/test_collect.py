"""What is collected, from whom, and what is not: by name, with a reason."""

import os
import subprocess
import zipfile
from datetime import timedelta

import pytest

from degrau.course.collecting.collect import collect
from degrau.course.collecting.collected import Origins
from degrau.course.collecting.platforms.archives import Refused
from degrau.course.directory import opened
from degrau.course.grade import grade_course
from degrau.course.roster import Roster
from degrau.course.types import Submission

from .handing_in import FIRST, NOTEBOOK, Handed, blackboard, canvas, moodle, moodle_name, pack
from .test_round_trip import KNOWN, a_course, state, taken

FILES = {"20_losses.ipynb": NOTEBOOK}
ANA = Handed("Ana Souza", "12", FILES)
BIA = Handed("Bia Lima", "34", FILES, FIRST + timedelta(days=1))
in_folders = moodle(moodle_name, "/")


def submission(student: str) -> Submission:
    return Submission(student, "20_losses")


def whys(collected) -> dict[str, str]:
    return {left.name: left.why for left in collected.left}


def test_the_newest_of_several_attempts_counts_and_the_others_are_named(tmp_path) -> None:
    root = a_course(tmp_path)
    first, second = (
        Handed("Ana", "1", {"a.ipynb": b"1"}),
        Handed("Ana", "1", {"a.ipynb": b"2"}, FIRST + timedelta(days=3)),
    )
    collected = taken(root, blackboard(tmp_path, [second, first]))
    assert (root / "submitted/user1/20_losses/a.ipynb").read_bytes() == b"2"
    assert [left.why for left in collected.left] == ["a newer attempt was handed in"]
    assert collected.lost == []


def test_what_is_handed_in_anew_takes_the_place_and_an_older_archive_does_not(tmp_path) -> None:
    root = a_course(tmp_path)
    old = in_folders(tmp_path, [ANA, BIA]).rename(tmp_path / "old.zip")
    again = Handed("Ana Souza", "12", {"20_losses.ipynb": b"again"}, FIRST + timedelta(days=5))
    new = in_folders(tmp_path, [again, BIA]).rename(tmp_path / "new.zip")
    assert set(taken(root, old).outcomes.values()) == {"new"}
    assert taken(root, new).outcomes == {submission("ana_souza"): "newer", submission("bia_lima"): "unchanged"}
    before = state(root)
    collected = taken(root, old)
    assert collected.outcomes[submission("ana_souza")] == "kept"
    assert whys(collected) == {"Ana Souza_12_assignsubmission_file/20_losses.ipynb": "a newer one is in the course"}
    assert state(root) == before


def test_what_a_teacher_changed_or_put_there_stays(tmp_path) -> None:
    root = a_course(tmp_path)
    own = root / "submitted/ana_souza/20_losses/20_losses.ipynb"
    own.parent.mkdir(parents=True)
    own.write_text("by hand")
    collected = taken(root, in_folders(tmp_path, [ANA, BIA]))
    assert collected.outcomes[submission("ana_souza")] == "kept"
    assert len(collected.lost) == 1
    assert "move" in collected.lost[0].why
    assert own.read_text() == "by hand"
    (root / "submitted/bia_lima/20_losses/20_losses.ipynb").write_text("mended")
    other = Handed("Bia Lima", "34", {"20_losses.ipynb": b"other"}, FIRST + timedelta(days=9))
    assert taken(root, in_folders(tmp_path, [other])).outcomes == {submission("bia_lima"): "kept"}


def test_who_has_the_same_name_is_told_apart_by_the_key_and_else_left_out(tmp_path) -> None:
    root = a_course(tmp_path)
    other = Handed("Ana Souza", "77", {"20_losses.ipynb": b"other"}, BIA.time)
    taken(root, in_folders(tmp_path, [ANA, other]))
    assert set(Roster.read(root).students) == {"ana_souza", "ana_souza_77"}
    next_week = [Handed("Ana Souza", "200", FILES), Handed("Ana Souza", "201", FILES, BIA.time)]
    collected = taken(root, in_folders(tmp_path, next_week), "10_lines")
    assert collected.outcomes == {}
    assert len(collected.lost) == 2
    assert collected.lost[0].why == (
        "it may be of any of ana_souza, ana_souza_77: "
        "write moodle:10_lines:200 into the keys of the right one in students.csv"
    )


def test_a_class_list_gives_nobody_twice(tmp_path) -> None:
    root = a_course(tmp_path)
    listed = tmp_path / "2026-03-10_Grades-REDES.csv"
    listed.write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Losses (991)\n"
        "    Points Possible,,,,,10\n"
        '"Souza, Ana",12,S1,asouza,T1,\n"Lima, Bia",34,S2,blima@usp.br,T2,\n"Reis, Caio",56,S3,creis,T1,\n'
    )
    archive = canvas(tmp_path, [Handed("Souza, Ana", "12", FILES), Handed("Lima, Bia", "34", FILES, BIA.time)])
    for sources in ([archive], [listed], [archive, listed]):
        collect(root, sources, "20_losses", KNOWN, {})
    students = Roster.read(root).students
    assert len(students) == 3
    ana = students["souzaana"]
    assert (ana.name, ana.section, ana.key_within("canvas")) == ("Souza, Ana", "T1", "12")
    assert students["creis"].section == "T1"


def test_a_class_list_by_login_and_moodles_names_are_one_class(tmp_path) -> None:
    root = a_course(tmp_path)
    listed = tmp_path / "turma.csv"
    listed.write_bytes(
        "Nome;Sobrenome;Nome de usuário;Endereço de email;Grupos\nÁna;Souza;asouza;ana@usp.br;Noite\n".encode("cp1252")
    )
    collected = collect(root, [in_folders(tmp_path, [ANA]), listed], "20_losses", KNOWN, {})
    assert collected.outcomes == {submission("asouza"): "new"}
    [student] = Roster.read(root).students.values()
    assert (student.id, student.email, student.section) == ("asouza", "ana@usp.br", "Noite")
    assert student.key_within("moodle:20_losses") == "12"


def test_moodles_worksheet_is_a_class_list_with_the_keys_of_its_assignment(tmp_path) -> None:
    root = a_course(tmp_path)
    sheet = tmp_path / "Notas-REDES-Losses-4711.csv"
    sheet.write_text(
        "Identificador,Nome completo,Endereço de email,Status,Nota,Nota máxima,A nota pode ser alterada\n"
        + "".join(f"Participante{n},Ana Souza,ana{n}@usp.br,Enviado,,10.00,Sim\n" for n in (12, 77))
    )
    two = [ANA, Handed("Ana Souza", "77", {"20_losses.ipynb": b"other"}, BIA.time)]
    collected = collect(root, [in_folders(tmp_path, two), sheet], None, KNOWN, {})
    assert set(collected.outcomes.values()) == {"new"}
    found = {s.email: s.key_within("moodle:20_losses") for s in Roster.read(root).students.values()}
    assert found == {"ana12@usp.br": "12", "ana77@usp.br": "77"}


def test_the_teachers_own_columns_and_edits_of_the_roster_stay(tmp_path) -> None:
    root = a_course(tmp_path)
    (root / "students.csv").write_text("id;name;nota;keys\nana;Ana Souza;boa;\n")
    taken(root, in_folders(tmp_path, [ANA, BIA]))
    text = (root / "students.csv").read_text("utf-8-sig")
    assert text == (
        "id;name;email;section;keys;nota\nana;Ana Souza;;;moodle:20_losses:12;boa\n"
        "bia_lima;Bia Lima;;;moodle:20_losses:34;\n"
    )


def test_a_group_and_who_is_in_none_are_collected(tmp_path) -> None:
    root = a_course(tmp_path)
    entries = [
        ("Grupo A_5_assignsubmission_file/20_losses.ipynb", b"1", FIRST),
        ("Default group_assignsubmission_file/20_losses.ipynb", b"2", BIA.time),
        ("Grupo A_5_assignsubmission_onlinetext/onlinetext.html", b"<p>", FIRST),
    ]
    collected = taken(root, pack(tmp_path / "x.zip", entries))
    assert set(collected.outcomes) == {submission("grupo_a"), submission("default_group")}
    assert list(whys(collected).values()) == ["it was typed into the platform, and is no notebook"]


def test_packing_is_no_handing_in(tmp_path) -> None:
    root = a_course(tmp_path)
    collected = taken(root, in_folders(tmp_path, [ANA, Handed("Bia Lima", "34", FILES, FIRST + timedelta(seconds=9))]))
    assert collected.notes == [
        "REDES-Losses-4711.zip: its files have the time at which they were packed, by which nobody counts as late"
    ]
    assert not list(root.rglob("timestamp.txt"))


def test_late_without_a_due_date_is_said(tmp_path) -> None:
    root = a_course(tmp_path)
    source = canvas(tmp_path, [Handed("Ana", "1", FILES, late=True)])
    [note] = collect(root, [source], "20_losses", KNOWN, {}).notes
    assert note.startswith("ana, 20_losses: the platform says LATE, and the assignment has no due date here")
    assert taken(root, source).outcomes == {submission("ana"): "newer"}
    assert (root / "submitted/ana/20_losses/timestamp.txt").read_text() == "2026-03-11 00:00:01 UTC\n"
    assert taken(root, source).outcomes == {submission("ana"): "unchanged"}


def test_a_flat_folder_gives_each_file_to_who_it_is_called_after(tmp_path) -> None:
    root, folder = a_course(tmp_path), tmp_path / "entregas"
    folder.mkdir()
    for name, day in {"20_losses_ana": 1, "bia-Losses": 2, "caio": 3, "caio (1)": 4, "20_losses": 5}.items():
        (folder / f"{name}.ipynb").write_text(f"{name} check(linear)")
        os.utime(folder / f"{name}.ipynb", (FIRST.timestamp() + day * 86400,) * 2)
    collected = taken(root, folder, None)
    assert set(collected.outcomes) == {submission("ana"), submission("bia"), submission("caio")}
    assert (root / "submitted/caio/20_losses/caio (1).ipynb").exists()
    assert whys(collected) == {
        "20_losses.ipynb": "nobody's name is in its own",
        "caio.ipynb": "a newer attempt was handed in",
    }


def test_a_folder_for_each_student_may_hold_several_assignments(tmp_path) -> None:
    root, folder = a_course(tmp_path), tmp_path / "entregas"
    for name in ("20_losses.ipynb", "lines/lista.ipynb", "dados.csv", ".ipynb_checkpoints/20_losses.ipynb"):
        path = folder / "ana" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    collected = taken(root, folder, None)
    assert set(collected.outcomes) == {Submission("ana", "20_losses"), Submission("ana", "10_lines")}
    found = sorted(p.relative_to(root / "submitted/ana").as_posix() for p in root.rglob("submitted/ana/*/*.*"))
    assert [name for name in found if "timestamp" not in name] == [
        "10_lines/dados.csv",
        "20_losses/20_losses.ipynb",
        "20_losses/dados.csv",
    ]


def git(folder, *arguments: str, time: str = "") -> None:
    who = {f"GIT_{role}_{kind}": "x@y" for role in ("AUTHOR", "COMMITTER") for kind in ("NAME", "EMAIL")}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"}
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | who | own, check=True, capture_output=True)


def test_repositories_are_of_who_they_are_called_after_and_of_their_last_commit(tmp_path) -> None:
    root, folder = a_course(tmp_path), tmp_path / "classroom"
    for name in ("losses-ana", "20-losses-bia", "losses-empty"):
        (folder / name).mkdir(parents=True)
        (folder / name / "losses.ipynb").write_text(name)
        git(folder / name, "init", "--quiet")
    for name, day in (("losses-ana", 3), ("20-losses-bia", 4)):
        git(folder / name, "add", ".")
        git(folder / name, "commit", "--quiet", "-m", "x", time=f"2026-03-0{day}T10:00:00-0300")
    # A program that a repository names is never run.
    marker = tmp_path / "ran"
    git(folder / "losses-ana", "config", "core.fsmonitor", f"touch {marker}")
    git(folder / "losses-ana", "config", "core.pager", f"touch {marker}")
    git(folder / "20-losses-bia", "gc", "--quiet")
    collected = taken(root, folder, None)
    assert set(collected.outcomes) == {submission("ana"), submission("bia")}
    assert whys(collected) == {"losses-empty": "there is no commit in it"}
    assert (root / "submitted/ana/20_losses/timestamp.txt").read_text() == "2026-03-03 13:00:00 UTC\n"
    assert (root / "submitted/bia/20_losses/timestamp.txt").read_text() == "2026-03-04 13:00:00 UTC\n"
    assert not marker.exists()
    assert not list(root.rglob(".git"))


def test_a_folder_of_downloads_is_all_its_archives(tmp_path) -> None:
    root, folder = a_course(tmp_path), tmp_path / "downloads"
    folder.mkdir()
    in_folders(folder, [ANA])
    blackboard(folder, [BIA])
    collected = collect(root, [folder], None, KNOWN, {})
    assert set(collected.outcomes) == {submission("ana_souza"), submission("user34")}


@pytest.mark.parametrize(
    ("name", "mode", "said"),
    [
        ("../x_1_assignsubmission_file/a.ipynb", 0, "leads out of its folder"),
        ("/etc/x_1_assignsubmission_file/a.ipynb", 0, "leads out of its folder"),
        ("..\\x_1_assignsubmission_file\\a.ipynb", 0, "leads out of its folder"),
        ("C:x_1_assignsubmission_file/a.ipynb", 0, "leads out of its folder"),
        ("x_1_assignsubmission_file/a.ipynb", 0o120777, "has a link in it"),
    ],
)
def test_an_archive_that_no_platform_makes_is_refused_and_nothing_changes(tmp_path, name, mode, said) -> None:
    root = a_course(tmp_path)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("Ana_2_assignsubmission_file/a.ipynb", "{}")
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, "/etc/passwd")
    before = state(root)
    with pytest.raises(Refused, match=said):
        taken(root, tmp_path / "x.zip")
    assert state(root) == before


def test_a_bomb_is_left_out_by_name_and_costs_nobody_else(tmp_path) -> None:
    root = a_course(tmp_path)
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Ana_1_assignsubmission_file/a.ipynb", "{}")
        archive.writestr("Bia_2_assignsubmission_file/b.ipynb", b"\0" * 2**25)
    collected = taken(root, tmp_path / "x.zip")
    assert set(collected.outcomes) == {submission("ana")}
    assert [(left.name, left.lost) for left in collected.left] == [("Bia_2_assignsubmission_file/b.ipynb", True)]


def test_a_damaged_file_and_a_spoofed_time_are_left_out_by_name(tmp_path) -> None:
    root = a_course(tmp_path)
    entries = [
        ("Ana_1_assignsubmission_file/a.ipynb", b"first content", FIRST),
        ("Bia_2_assignsubmission_file/b.ipynb", b"other content", BIA.time),
        ("Bia_2_assignsubmission_file/timestamp.txt", b"2020-01-01 00:00:00 UTC", BIA.time),
    ]
    path = pack(tmp_path / "x.zip", entries)
    path.write_bytes(path.read_bytes().replace(b"first content", b"wrong content"))
    collected = taken(root, path)
    assert set(collected.outcomes) == {submission("bia")}
    assert (root / "submitted/bia/20_losses/timestamp.txt").read_text().startswith("2026-03-11")
    assert {left.name for left in collected.lost} == {"Ana_1_assignsubmission_file/a.ipynb"}


def test_links_in_a_folder_are_left_out_by_name(tmp_path) -> None:
    root, folder = a_course(tmp_path), tmp_path / "entregas"
    (folder / "ana").mkdir(parents=True)
    (folder / "ana" / "20_losses.ipynb").write_text("1")
    (folder / "bia").symlink_to(folder / "ana")
    (folder / "ana" / "b.ipynb").symlink_to("/etc/passwd")
    collected = taken(root, folder)
    assert set(collected.outcomes) == {submission("ana")}
    assert sorted(left.name for left in collected.lost) == ["ana/b.ipynb", "bia"]


@pytest.mark.parametrize("content", [b"no zip", b""])
def test_what_is_no_archive_is_refused_with_a_sentence(tmp_path, content) -> None:
    root = a_course(tmp_path)
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(Refused, match="cannot be read as a zip"):
        taken(root, tmp_path / "x.zip")


def test_an_archive_without_notebooks_is_not_taken_for_a_class(tmp_path) -> None:
    root = a_course(tmp_path)
    with pytest.raises(Refused, match="nothing in it that looks like"):
        taken(root, pack(tmp_path / "x.zip", [("photo.png", b"", FIRST)]))


def test_origins_keep_the_names_for_the_way_back(tmp_path) -> None:
    root = a_course(tmp_path)
    taken(root, canvas(tmp_path, [Handed("Souza, Ana", "12", {"20_losses-2.ipynb": NOTEBOOK})]))
    origin = Origins.read(root).found[submission("souzaana")]
    assert (origin.platform, origin.key) == ("canvas", "12")
    assert origin.entries == ("souzaana_12_70_20_losses-2.ipynb",)


@pytest.mark.ours
@pytest.mark.slow
def test_what_was_collected_is_graded_with_peoples_names_and_times(course, pack, tmp_path) -> None:
    notebook = (pack.root / "assignments" / "pt" / "01_adaline.ipynb").read_bytes()
    ana = Handed("Ana Júlia Souza", "12", {"Minha lição.ipynb": notebook})
    bia = Handed("Bia Lima", "34", {"01_adaline.ipynb": notebook}, FIRST + timedelta(days=1))
    collect(course, [in_folders(tmp_path, [ana, bia])], None, {"01_adaline"}, {})
    (course / "students.csv").write_text(
        (course / "students.csv").read_text("utf-8-sig") + "caio,Caio Reis,c@usp.br,,\n"
    )
    summary = grade_course(course)
    assert [grade.student for grade in summary.grades] == ["ana_julia_souza", "bia_lima"]
    with opened(course) as found, found.api.gradebook as gradebook:
        people = {s.id: (s.first_name, s.last_name, s.email) for s in gradebook.students}
        times = {s.student_id: s.timestamp for s in gradebook.assignment_submissions("01_adaline")}
    assert people == {
        "ana_julia_souza": ("Ana", "Júlia Souza", None),
        "bia_lima": ("Bia", "Lima", None),
        "caio": ("Caio", "Reis", "c@usp.br"),
    }
    assert times == {"ana_julia_souza": ana.time.replace(tzinfo=None), "bia_lima": bia.time.replace(tzinfo=None)}
    assert grade_course(course).grades == summary.grades
