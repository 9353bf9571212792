"""Asks a Linux sound server itself which devices it has: Qt does not tell that one has gone.

Qt 6.11 hears that a device was pulled out and says nothing, unless it was the usual one: its list
keeps it until another one comes. No Qt in here.
"""

import ctypes
import sys
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_void_p
from typing import Final

_LIBRARY: Final = "libpulse.so.0"
_NO_AUTOSPAWN: Final = 1
_READY: Final = 4
"""The state of a connection that can be asked; the later ones are those of one that is over."""
_MOST_STEPS: Final = 200
_DUMMY: Final = "auto_null"
"""The sink that PulseAudio and PipeWire make when there is no other: nothing is heard from it."""
_WAIT_MICROSECONDS: Final = 20_000
"""So long a step may wait for an answer; one from this computer takes less than a thousandth."""


class _SinkInfo(Structure):
    """The beginning of pa_sink_info, which is all that is read of it."""

    _fields_ = (("name", c_char_p),)


_Told = CFUNCTYPE(None, c_void_p, POINTER(_SinkInfo), c_int, c_void_p)
"""pa_sink_info_cb_t: called for each sink, and then once more at the end of the list."""


class Sinks:
    """Which sinks there are, and which there were and are gone.

    A look waits for hardly a moment: an answer that is late is taken in by the next.
    PipeWire answers as PulseAudio does. Without the library, or a server, nothing is gone.
    """

    def __init__(self, library: str = _LIBRARY) -> None:
        self.gone: frozenset[str] = frozenset()
        """The names of sinks that were there once and are not there now."""
        self.here: frozenset[str] = frozenset()
        """The names the last look was answered with; none when no server answered."""
        self._pulse = _load(library)
        self._loop: int | None = self._pulse.pa_mainloop_new() if self._pulse else None
        self._context: int | None = None
        self._told = _Told(self._take)
        self._is_asking = False
        self._seen: set[str] = set()
        self._coming: set[str] = set()

    def look(self) -> None:
        """Ask, and take in what is answered. To be called every now and then."""
        self.here = frozenset()
        if self._pulse is None or not self._loop:
            return
        if self._context is None:
            self._connect(self._pulse)
        self._go_round(self._pulse)
        if self._context is None:
            return
        state = self._pulse.pa_context_get_state(self._context)
        if state > _READY:
            self.close()
        elif state == _READY and not self._is_asking:
            self._is_asking = True
            self._coming = set()
            asked = self._pulse.pa_context_get_sink_info_list(self._context, self._told, None)
            if asked:
                self._pulse.pa_operation_unref(asked)
            self._go_round(self._pulse)

    def close(self) -> None:
        """Let go of the server; the next look finds it again, if it is there."""
        if self._pulse and self._context is not None:
            self._pulse.pa_context_disconnect(self._context)
            self._pulse.pa_context_unref(self._context)
        self._context, self._is_asking = None, False
        self._seen, self.gone, self.here = set(), frozenset(), frozenset()

    def _connect(self, pulse: ctypes.CDLL) -> None:
        interface = pulse.pa_mainloop_get_api(self._loop)
        self._context = pulse.pa_context_new(interface, b"Soft Landing")
        if self._context and pulse.pa_context_connect(self._context, None, _NO_AUTOSPAWN, None) < 0:
            self.close()

    def _go_round(self, pulse: ctypes.CDLL) -> None:
        """Do what is to be done now, and what an answer brings that is on its way."""
        for _step in range(_MOST_STEPS):
            wait = _WAIT_MICROSECONDS if self._is_waiting(pulse) else 0
            if pulse.pa_mainloop_prepare(self._loop, wait) < 0:
                return
            if (
                pulse.pa_mainloop_poll(self._loop) < 0
                or pulse.pa_mainloop_dispatch(self._loop) <= 0
            ):
                return

    def _is_waiting(self, pulse: ctypes.CDLL) -> bool:
        if self._context is None:
            return False
        state = pulse.pa_context_get_state(self._context)
        return bool(state < _READY or (state == _READY and self._is_asking))

    def _take(
        self, _context: int, sink: "ctypes._Pointer[_SinkInfo]", end: int, _data: int
    ) -> None:
        if not end:
            self._coming.add((sink.contents.name or b"").decode("utf-8", "backslashreplace"))
            return
        self._is_asking = False
        if end > 0:
            self._seen |= self._coming
            self.gone = frozenset(self._seen - self._coming)
            self.here = frozenset(self._coming - {_DUMMY})


def _load(library: str) -> ctypes.CDLL | None:
    """Return libpulse with the types of what is called, or None where it is not."""
    if sys.platform != "linux":
        return None
    try:
        pulse = ctypes.CDLL(library)
    except OSError:
        return None
    for name, gives, takes in (
        ("pa_mainloop_new", c_void_p, ()),
        ("pa_mainloop_get_api", c_void_p, (c_void_p,)),
        ("pa_mainloop_prepare", c_int, (c_void_p, c_int)),
        ("pa_mainloop_poll", c_int, (c_void_p,)),
        ("pa_mainloop_dispatch", c_int, (c_void_p,)),
        ("pa_context_new", c_void_p, (c_void_p, c_char_p)),
        ("pa_context_connect", c_int, (c_void_p, c_char_p, c_int, c_void_p)),
        ("pa_context_get_state", c_int, (c_void_p,)),
        ("pa_context_get_sink_info_list", c_void_p, (c_void_p, _Told, c_void_p)),
        ("pa_context_disconnect", None, (c_void_p,)),
        ("pa_context_unref", None, (c_void_p,)),
        ("pa_operation_unref", None, (c_void_p,)),
    ):
        function = getattr(pulse, name)
        function.restype, function.argtypes = gives, list(takes)
    return pulse
