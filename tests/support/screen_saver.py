"""A desktop that may be asked to stay awake; run by the system's Python, which has gi.

It prints a line for everything that it is asked, and ends when it is told to.
"""

from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found, unused-ignore]

NAME = "org.freedesktop.ScreenSaver"
COOKIE = 7
SERVICE = f"""<node><interface name="{NAME}">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="UnInhibit"><arg type="u" direction="in"/></method>
</interface></node>"""


def hear(*about: Any) -> None:
    """Take note of a call: the fifth of what is told is its name, the last wants an answer."""
    print(about[4], flush=True)
    about[-1].return_value(GLib.Variant("(u)", (COOKIE,)) if about[4] == "Inhibit" else None)


def main() -> None:
    """Serve until killed."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface = Gio.DBusNodeInfo.new_for_xml(SERVICE).interfaces[0]
    bus.register_object("/org/freedesktop/ScreenSaver", interface, hear, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, 0, lambda *_about: print("ready", flush=True), None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
