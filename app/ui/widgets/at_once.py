"""Many changes of a column, and one look at where everything goes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def at_once(layout: QLayout) -> Iterator[None]:
    """Let widgets of *layout* be shown and hidden inside; all are laid out once after it.

    Whenever a widget is shown, Qt lays out everything around it before anything else happens: in
    a list, all rows for each row.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        layout.update()
        _make_room(layout)


def _make_room(layout: QLayout) -> None:
    """Give the column and what it lies in, which scrolls, the height it needs now.

    Qt does that last: all rows would be squeezed into the old height first, and then get their
    own again.
    """
    column = layout.parentWidget()
    around = column.parentWidget() if column is not None else None
    if column is None or around is None or not column.isVisible():
        return
    column.updateGeometry()
    width, height = column.width(), layout.totalHeightForWidth(column.width())
    around.resize(around.width(), around.height() + height - column.height())
    column.resize(width, height)
