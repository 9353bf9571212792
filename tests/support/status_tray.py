"""A desktop's system tray, told line by line; run by the system's Python, which has gi.

It takes in the first icon that comes, prints one JSON line about it, presses the entry of its
menu that is named as the argument, and ends.
"""

import json
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found, unused-ignore]

NAME = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
WATCHER = f"""<node><interface name="{NAME}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
</interface></node>"""
ANSWER_MS = 5000
GROWN_MS = 300
"""How long an icon gets after it came, to have its menu ready."""


class Tray:
    """The tray, for one icon."""

    def __init__(self, pressed: str) -> None:
        self._pressed = pressed
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.loop = GLib.MainLoop()
        interface = Gio.DBusNodeInfo.new_for_xml(WATCHER).interfaces[0]
        self._bus.register_object("/StatusNotifierWatcher", interface, self._hear, self._tell, None)
        Gio.bus_own_name_on_connection(self._bus, NAME, 0, self._ready, None)

    def _ready(self, *_about: Any) -> None:
        print("ready", flush=True)

    def _tell(self, *_about: Any) -> Any:
        """Say that there is somebody who shows icons."""
        return GLib.Variant("b", True)

    def _hear(self, *about: Any) -> None:
        """Take in an icon: the second of what is told is who has it, the last wants an answer."""
        about[-1].return_value(None)
        GLib.timeout_add(GROWN_MS, self._look, about[1])

    def _look(self, owner: str) -> bool:
        asked = GLib.Variant("(s)", (ITEM,))
        interface = "org.freedesktop.DBus.Properties"
        (shown,) = self._ask(owner, "/StatusNotifierItem", interface, "GetAll", asked)
        asked = GLib.Variant("(iias)", (0, -1, []))
        _, (_, _, entries) = self._ask(owner, shown["Menu"], MENU, "GetLayout", asked)
        menu = {entry[1]["label"]: entry[0] for entry in entries if "label" in entry[1]}
        about = {"title": shown["Title"], "tip": shown["ToolTip"][2], "menu": list(menu)}
        print(json.dumps(about), flush=True)
        event = GLib.Variant("(isvu)", (menu[self._pressed], "clicked", GLib.Variant("i", 0), 0))
        self._ask(owner, shown["Menu"], MENU, "Event", event)
        self.loop.quit()
        return False

    def _ask(self, owner: str, path: str, interface: str, method: str, asked: Any) -> Any:
        answer = self._bus.call_sync(
            owner, path, interface, method, asked, None, 0, ANSWER_MS, None
        )
        return answer.unpack()


if __name__ == "__main__":
    Tray(sys.argv[1]).loop.run()
