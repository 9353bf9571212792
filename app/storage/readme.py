"""The file in the data folder that says what the others are."""

from typing import Final

README_NAME: Final = "README.txt"

README: Final = """\
These files are your Soft Landing journal. They are on this computer only. Nobody else has a
copy, unless you share this folder or back it up yourself. Anyone who can use this computer
account can open them.

  profile.yaml       what you told about yourself, your clinic and the people you can call
  settings.yaml      how the program looks
  checklist.yaml     your own checklist
  consultation.yaml  notes for your clinic: medicines, conditions, questions
  clinic.yaml        what your clinic sets, if you opened a file of theirs
  calm.yaml          your calm sessions: lengths, breathing patterns, sound, music
  infusions/         one file for each infusion
  journal/           one file for each day: check-ins, reflections, questionnaires, calm sessions
  history/           what entries said before you changed them, one file for each version

You can open them in any plain text editor (not a word processor), read them and change them.
Close Soft Landing first. Keep the spaces at the beginning of the lines as they are, and do not
use the tab key. If something goes wrong, Soft Landing says which file and which line, and
leaves that file alone until it can be read again.

If you write comments (lines that begin with #) into a file, they are lost when Soft Landing
next saves it. The file as it was before that is kept in its backups, in the folder "originals".
The same goes for a file from an earlier version of the program, and for one that it repaired.

A name that ends in -2, such as 2026-11-30-2.yaml, holds what was written while the file without
the -2 could not be read. A name with "other-version" holds what another program had written
into a file at the same moment.

To keep a copy of everything, copy this whole folder. The backups that the program makes, and
drafts of words that did not reach their file, are not in here but in a folder of their own:

  Linux      ~/.local/state/soft-landing
  macOS      ~/Library/Application Support/soft-landing/state
  Windows    %LOCALAPPDATA%\\soft-landing\\state

Those of a folder that you chose yourself are in there, under "folders".
"""
