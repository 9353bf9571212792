"""Which printer, which paper, how many: the system's own dialog."""

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def ask_for_printer(parent: QWidget, title: str, name: str, paper: QPageSize) -> QPrinter | None:
    """Return a printer as it was set, or nothing if it was called off.

    *name* is what the list of print jobs shows; *paper* is proposed.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None
