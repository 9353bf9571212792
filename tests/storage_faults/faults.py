"""The 32 faults that must not cost a word, and where each is tried or why it is not.

A test in this folder says ``@pytest.mark.fault(3, 5)``; tests of other folders are listed here.
"""

from typing import Final

FAULTS: Final = {
    1: "power cut at any point",
    2: "kill -9 before any system call",
    3: "disk full at create, write, fsync",
    4: "I/O error at fsync of file and folder",
    5: "short write, EINTR, EDQUOT, EFBIG",
    6: "read-only folder or file",
    7: "permissions change while running",
    8: "folder deleted or renamed while running",
    9: "stick or share gone, or hanging",
    10: "two instances",
    11: "two computers through a sync folder",
    12: "conflict copies",
    13: "edited by hand while open",
    14: "truncated, garbled, NUL-filled, empty file",
    15: "bombs, tags, deep nesting, huge files",
    16: "tabs, CRLF, BOM, UTF-16, Latin-1",
    17: "duplicate keys, unknown keys, wrong types",
    18: "future schema",
    19: "kill in the middle of a migration",
    20: "clock jumps",
    21: "clock changes and travel",
    22: "sleep during a session",
    23: "stalled window",
    24: "symlinked folder or file",
    25: "odd names in paths",
    26: "very long paths",
    27: "locales: byte-identical files",
    28: "odd Unicode, 1 MB paste",
    29: "out of memory",
    30: "antivirus lock",
    31: "unhandled exception, logout, SIGTERM",
    32: "file system without links, fsync or permissions",
}

REASONS: Final[dict[int, str]] = {}
"""Why a fault is not tried."""

_STORAGE: Final = "tests/unit/storage"
_MUTATIONS: Final = f"{_STORAGE}/test_yaml_mutations.py"
_CALM: Final = "tests/unit/domain/test_calm.py"
_WINDOW: Final = "tests/ui/shell/test_window.py"

ELSEWHERE: Final = {
    3: (f"{_STORAGE}/test_data_folder.py::test_a_full_disk_is_no_reason_not_to_open",),
    6: (
        f"{_STORAGE}/test_data_folder.py::test_a_read_only_folder_is_read",
        f"{_STORAGE}/test_data_folder.py::test_an_unreadable_file_is_listed_and_left_alone",
        f"{_WINDOW}::test_a_read_only_folder_is_read_and_nothing_typed_is_lost",
    ),
    8: (
        f"{_STORAGE}/test_data_folder.py::test_a_folder_that_vanishes_keeps_its_words_in_memory",
        f"{_WINDOW}::test_the_folder_removed_under_the_window_is_made_again",
    ),
    9: (
        f"{_STORAGE}/test_data_folder.py::test_a_chosen_folder_on_a_missing_stick_is_missing",
        "tests/journeys/test_hanging_disk.py::test_help_now_opens_while_a_save_hangs",
    ),
    10: (f"{_STORAGE}/test_data_folder.py::test_a_second_program_only_reads",),
    11: (f"{_STORAGE}/test_damage.py::test_a_file_that_appears_at_the_same_moment_keeps_both",),
    12: (
        f"{_STORAGE}/test_check.py::test_copies_of_sync_tools_and_editors_are_recognized",
        f"{_STORAGE}/test_check.py::test_everything_wrong_is_listed_with_file_and_line",
    ),
    13: (
        f"{_STORAGE}/test_damage.py::test_a_file_changed_at_the_same_moment_keeps_both",
        f"{_STORAGE}/test_repositories.py::test_a_file_changed_by_hand_is_read_again",
    ),
    14: (
        f"{_STORAGE}/test_damage.py::test_a_damaged_day_is_listed_and_never_written",
        f"{_STORAGE}/test_damage.py::test_a_repaired_day_becomes_one_file_again",
        f"{_MUTATIONS}::test_no_mutation_gets_more_than_an_answer_or_a_refusal",
        f"{_WINDOW}::test_the_day_of_a_damaged_file_goes_on_beside_it",
    ),
    15: (
        f"{_MUTATIONS}::test_a_hostile_file_is_answered_soon_and_in_little_memory",
        f"{_STORAGE}/test_yaml_format.py::test_too_many_bytes_entries_or_events_are_refused",
    ),
    16: (
        f"{_STORAGE}/test_yaml_format.py::test_marks_and_line_ends_of_other_systems_are_read",
        f"{_STORAGE}/test_yaml_format.py::test_everything_else_is_refused_with_its_line",
    ),
    17: (
        f"{_STORAGE}/test_codec.py::test_a_wrong_value_costs_only_itself",
        f"{_STORAGE}/test_codec.py::test_unknown_keys_are_kept_at_every_depth",
        f"{_STORAGE}/test_repositories.py::test_unknown_keys_outlive_a_save",
        f"{_STORAGE}/test_damage.py::test_a_wrong_record_is_listed_with_its_line_and_kept",
    ),
    18: (f"{_STORAGE}/test_damage.py::test_a_file_of_a_newer_version_is_shown_and_never_written",),
    20: (
        f"{_CALM}::test_a_changed_wall_clock_is_told_and_does_not_move_the_end",
        f"{_CALM}::test_after_a_restart_the_wall_clock_counts_and_it_is_told",
    ),
    21: ("tests/unit/support/test_clock.py::test_travel_changes_the_offset_and_not_the_moment",),
    22: (f"{_CALM}::test_a_session_ends_at_its_deadline_however_rarely_it_is_looked_at",),
    23: (f"{_CALM}::test_a_session_ends_at_its_deadline_however_rarely_it_is_looked_at",),
    24: (f"{_STORAGE}/test_atomic.py::test_a_symbolic_link_is_written_through",),
    26: (f"{_STORAGE}/test_atomic.py::test_a_name_as_long_as_a_name_can_be_is_written",),
    28: (f"{_STORAGE}/test_repositories.py::test_an_entry_of_any_size_is_kept",),
    30: (f"{_STORAGE}/test_atomic.py::test_a_busy_file_is_tried_again",),
    31: (f"{_WINDOW}::test_an_error_nobody_expected_is_told_and_costs_nothing",),
    32: (
        f"{_STORAGE}/test_atomic.py::test_a_file_system_that_cannot_confirm_folders_is_no_fault",
        f"{_STORAGE}/test_data_folder.py::test_a_place_without_locks_is_written_all_the_same",
    ),
}
"""Tests outside this folder, by fault."""


def faults_of(node: str) -> list[int]:
    """Return the faults that the test *node* of another folder is about."""
    name = node.partition("[")[0]
    return [number for number, nodes in ELSEWHERE.items() if name in nodes]
