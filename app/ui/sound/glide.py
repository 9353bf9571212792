"""A level that never jumps."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot


class Glide(QObject):
    """A number from 0 to 1 that goes where it is told in the time it is given, and nowhere else.

    ``changed`` comes some sixty times a second on the way, ``arrived`` once at the end; neither
    comes from within ``go``, except for a time of 0.
    """

    changed = Signal(float)
    arrived = Signal()

    def __init__(self, value: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = self._target = value
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._take)
        self._animation.finished.connect(self._arrive)

    @property
    def value(self) -> float:
        """Where it is now."""
        return self._value

    @property
    def target(self) -> float:
        """Where it goes, or is."""
        return self._target

    def go(
        self,
        target: float,
        duration_ms: int,
        curve: QEasingCurve.Type = QEasingCurve.Type.Linear,
    ) -> None:
        """Go to *target* from where it is now, whatever it was about to do."""
        self.stop()
        self._target = target
        if duration_ms <= 0:
            self._take(target)
            self._arrive()
            return
        self._animation.blockSignals(True)  # each of these would tell of a value in between
        self._animation.setCurrentTime(0)
        self._animation.setStartValue(float(self._value))
        self._animation.setEndValue(float(target))
        self._animation.setDuration(duration_ms)
        self._animation.setEasingCurve(curve)
        self._animation.blockSignals(False)
        self._animation.start()

    def put(self, value: float) -> None:
        """Be *value* at once, for a change of scale; nothing is said."""
        self.stop()
        self._value = self._target = value

    def stop(self) -> None:
        """Stay where it is; nothing is said to have arrived."""
        self._animation.stop()

    @Slot(object)
    def _take(self, value: float) -> None:
        self._value = value
        self.changed.emit(value)

    @Slot()
    def _arrive(self) -> None:
        self.arrived.emit()
