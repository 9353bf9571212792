"""What stands in a field for long words, and showing words there."""

from PySide6.QtWidgets import QPlainTextEdit


def words_in(editor: QPlainTextEdit) -> str:
    """Return what stands in *editor*, sign for sign; Qt's own way turns hard spaces into soft."""
    return editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def show_words(editor: QPlainTextEdit, words: str) -> None:
    """Show *words* in *editor*; the cursor of somebody who writes there stays where it is."""
    if words_in(editor) == words:
        return
    place = editor.textCursor().position()
    editor.setPlainText(words)
    if editor.hasFocus():
        cursor = editor.textCursor()
        cursor.setPosition(min(place, editor.document().characterCount() - 1))
        editor.setTextCursor(cursor)
