"""What is said when something was not done: every sentence, read as a whole."""

from itertools import product
from pathlib import Path

import pytest
from textstat import flesch_kincaid_grade

from app.services.problems import saving_advice, saving_failed
from app.services.refusals import Doing, half_restored, not_done
from app.storage.errors import ErrorCode as Code
from app.storage.errors import StorageError

HOME = Path("/home/ada/files")
OURS, THERE, NOWHERE = HOME / "profile.yaml", Path("/media/stick/x"), None
NAME = "journal/2026/2026-11-30.yaml"
COPIES = (Doing.BACKUP, Doing.EXPORT, Doing.DOCUMENT, Doing.KIT)
BACKUPS = (Doing.LOOK, Doing.RESTORE)
HOLDING = (Doing.RESTORE, Doing.MOVE)

FRAMES = {
    Doing.BACKUP: "No backup was made. {} Your files are as they were.",
    Doing.EXPORT: "No copy was made. {} Your files are as they were.",
    Doing.LOOK: "This backup cannot be used. {} Your files are as they were.",
    Doing.RESTORE: "Nothing was put back. {} Your files are as they were.",
    Doing.MOVE: "The folder was not moved. {} Your files are where they were.",
    Doing.DELETE: "Nothing was deleted. {} Your files are as they were.",
    Doing.DOCUMENT: "No file was written. {} What you wrote is safe.",
    Doing.KIT: "The kit was not finished. {}",
}
TO_DO = ("Choose ", "Try ", "try ", "Make ", "Close ", "Start ")

Row = tuple[tuple[Doing, ...], Path | None, Code, str]
ROWS: list[Row] = [
    # The place that was chosen for something new
    ((*COPIES, Doing.MOVE), THERE, Code.MISSING, "That place is not there. Choose another."),
    ((*COPIES, Doing.MOVE), THERE, Code.READ_ONLY, "That place can only be read. Choose another."),
    (
        (*COPIES, Doing.MOVE),
        THERE,
        Code.NO_PERMISSION,
        "This computer does not let the program write there. Choose another place.",
    ),
    (
        (*COPIES, Doing.MOVE),
        THERE,
        Code.DISK_FULL,
        "The disk is full. Make room, or choose another place.",
    ),
    (
        (*COPIES, Doing.MOVE),
        THERE,
        Code.DISK_ERROR,
        "The disk did not take it. Try again, or choose another place.",
    ),
    (
        (*COPIES, Doing.MOVE),
        THERE,
        Code.TOO_BIG,
        "The disk takes no file of that size. Choose another place.",
    ),
    (
        (*COPIES, Doing.MOVE),
        THERE,
        Code.NAME_TOO_LONG,
        "The name is too long for that disk. Choose a shorter one.",
    ),
    (
        (*COPIES, Doing.MOVE),
        THERE,
        Code.ALREADY_THERE,
        "Something is there already. Choose another name.",
    ),
    (
        (Doing.BACKUP, Doing.EXPORT, Doing.MOVE),
        THERE,
        Code.DAMAGED,
        "What was written did not come back the same. Try another place.",
    ),
    (
        (Doing.BACKUP, Doing.EXPORT, Doing.MOVE),
        OURS,
        Code.INSIDE_THE_FOLDER,
        "That place is in the folder itself. Choose another.",
    ),
    (
        COPIES,
        THERE,
        Code.NOT_A_FILE,
        "A folder stands where a file should be. Choose another name.",
    ),
    (
        COPIES,
        THERE,
        Code.NOT_A_FOLDER,
        "A file stands where a folder should be. Choose another place.",
    ),
    (
        (Doing.MOVE,),
        THERE,
        Code.NOT_A_FOLDER,
        "That is a file, not a folder. Choose another place.",
    ),
    ((Doing.MOVE,), THERE, Code.NOT_A_FILE, "A folder is in the way there. Choose another place."),
    (
        (Doing.MOVE,),
        THERE,
        Code.UNSAFE_NAME,
        "A name cannot hold a line break. Choose another name.",
    ),
    (
        (Doing.MOVE,),
        OURS,
        Code.NAMED_AT_START,
        "It was named when the program was started. Start it with another folder instead.",
    ),
    # The backup that was chosen, and the place of the one that is made before
    (BACKUPS, THERE, Code.MISSING, "That backup is not there. Choose another."),
    (BACKUPS, THERE, Code.NOT_A_FILE, "It is a folder, not a file. Choose another."),
    (
        BACKUPS,
        THERE,
        Code.NOT_A_BACKUP,
        "It is not a backup of Soft Landing. Choose another file.",
    ),
    (
        BACKUPS,
        THERE,
        Code.UNSAFE_NAME,
        "Two names in it stand for the same file. Choose another backup.",
    ),
    (BACKUPS, THERE, Code.TOO_BIG, "It is too big for a journal. Choose another file."),
    (
        BACKUPS,
        THERE,
        Code.NAME_TOO_LONG,
        "Its name is too long. Choose another, or give it a short one.",
    ),
    (
        BACKUPS,
        THERE,
        Code.NO_PERMISSION,
        "This computer does not let the program in there. Let your account in, then try again.",
    ),
    (
        BACKUPS,
        THERE,
        Code.DISK_ERROR,
        "The disk reported a fault. Try again. If it stays so, use another disk.",
    ),
    (
        BACKUPS,
        THERE,
        Code.NOT_A_FOLDER,
        "A file stands where a folder should be. Move it elsewhere, then try again.",
    ),
    (
        (Doing.RESTORE,),
        THERE,
        Code.READ_ONLY,
        "The place of the backups can only be read. Allow writing there, then try again.",
    ),
    ((Doing.RESTORE,), THERE, Code.DISK_FULL, "The disk is full. Make room, then try again."),
    (
        (Doing.RESTORE,),
        THERE,
        Code.DAMAGED,
        "The backup of now did not come back the same. Check that disk, then try again.",
    ),
    # The folder with the patient's files
    (
        (*COPIES[:2], *HOLDING),
        OURS,
        Code.MISSING,
        "The folder with your files is not there. Bring it back, then try again.",
    ),
    (
        HOLDING,
        NOWHERE,
        Code.MISSING,
        "The folder with your files is not there. Bring it back, then try again.",
    ),
    *(
        (
            HOLDING,
            where,
            Code.READ_ONLY,
            "The folder with your files can only be read. Allow writing there, then try again.",
        )
        for where in (OURS, NOWHERE)
    ),
    (
        (*COPIES[:2], *HOLDING),
        OURS,
        Code.NO_PERMISSION,
        "The program may not use the folder with your files. Let your account in, then try again.",
    ),
    (
        (Doing.RESTORE,),
        OURS,
        Code.DISK_FULL,
        "The disk with your files is full. Make room, then try again.",
    ),
    (
        HOLDING,
        OURS,
        Code.NOT_A_FOLDER,
        "A file stands where your folder should be. Move it elsewhere, then try again.",
    ),
    (
        (*COPIES[:2], *HOLDING),
        OURS,
        Code.DISK_ERROR,
        "The disk reported a fault. Try again. If it stays so, use another disk.",
    ),
    (
        (*HOLDING, Doing.DELETE),
        NOWHERE,
        Code.LOCKED,
        "Soft Landing is open with these files. Close it first.",
    ),
    (
        (*HOLDING, Doing.DELETE),
        NOWHERE,
        Code.NOT_SAVED_YET,
        "Something is not saved yet. Try again when it is.",
    ),
    (
        (*HOLDING, Doing.DELETE),
        NOWHERE,
        Code.BUSY,
        "Something else is being done with them. Try again in a moment.",
    ),
]

NAMED: list[tuple[tuple[Doing, ...], Code, str]] = [
    (
        BACKUPS,
        Code.UNSAFE_NAME,
        f"It holds a name that could lead elsewhere: {NAME}. Choose another backup.",
    ),
    (BACKUPS, Code.DAMAGED, f"It is damaged: {NAME}. Choose another backup."),
    (BACKUPS, Code.TOO_BIG, f"It holds a file that is too big: {NAME}. Choose another backup."),
    ((Doing.MOVE,), Code.DAMAGED, f"A copy did not come back the same: {NAME}. Try another place."),
    (
        (Doing.MOVE,),
        Code.TOO_BIG,
        f"A file is too big: {NAME}. Move it elsewhere, then try again.",
    ),
    (
        HOLDING,
        Code.LEADS_OUTSIDE,
        f"A link stands in the way: {NAME}. Move it elsewhere, then try again.",
    ),
    (
        HOLDING,
        Code.NOT_A_FILE,
        f"A folder stands where a file should be: {NAME}. Move it elsewhere, then try again.",
    ),
    (
        HOLDING,
        Code.NOT_A_FOLDER,
        f"A file stands in the place of a folder of {NAME}. Move it elsewhere, then try again.",
    ),
    (
        (Doing.LOOK, *HOLDING),
        Code.NO_PERMISSION,
        f"The program may not read {NAME}. Let your account read it, then try again.",
    ),
    (
        (Doing.LOOK, *HOLDING),
        Code.DISK_ERROR,
        f"This file cannot be read: {NAME}. Try again a little later.",
    ),
]


@pytest.mark.parametrize(("doings", "where", "code", "why"), ROWS)
def test_it_says_what_happened_what_to_do_and_what_is_safe(
    doings: tuple[Doing, ...], where: Path | None, code: Code, why: str
) -> None:
    """It blames the place that is to blame, and offers only what can be done about that."""
    assert any(word in why for word in TO_DO)
    for doing in doings:
        said = not_done(doing, StorageError(code, where), HOME)

        assert said.sentence == FRAMES[doing].format(why)
        assert said.code is code


@pytest.mark.parametrize(("doings", "code", "why"), NAMED)
def test_a_file_that_is_to_blame_is_named(doings: tuple[Doing, ...], code: Code, why: str) -> None:
    """So that it can be found and put right."""
    assert any(word in why for word in TO_DO)
    for doing in doings:
        said = not_done(doing, StorageError(code, OURS, field=NAME), HOME)

        assert said.sentence == FRAMES[doing].format(why)


@pytest.mark.parametrize(("doing", "code"), [*product(Doing, Code)])
def test_whatever_else_happens_has_its_sentence(doing: Doing, code: Code) -> None:
    """Nothing is left blank, and there is always something to do."""
    for where, field in product((OURS, THERE, NOWHERE), (None, "x")):
        said = not_done(doing, StorageError(code, where, field=field), HOME).sentence

        begins, ends = FRAMES[doing].split("{}")
        assert said.startswith(begins)
        assert said.endswith(ends)
        assert any(word in said for word in TO_DO)


@pytest.mark.parametrize("code", [None, *Code])
def test_a_save_that_failed_says_what_to_do(code: Code | None) -> None:
    """Only where it is saved right afterwards is there nothing to do."""
    said = saving_advice(code)

    assert said.endswith(".") == (code is not Code.BUSY)


def test_the_sentences_are_easy_to_read() -> None:
    """At most the seventh grade (Flesch-Kincaid), each part by itself and all of them together."""
    whys = [*(row[3] for row in ROWS), *(row[2] for row in NAMED)]
    saves = [f"{saving_failed(code)} {saving_advice(code)}" for code in (None, *Code)]
    half = half_restored(StorageError(Code.DISK_FULL)).sentence

    for text in (*whys, *saves, half):
        plain = text.replace(NAME, "it").replace("Soft Landing", "the program")
        assert flesch_kincaid_grade(plain) <= 7, text
