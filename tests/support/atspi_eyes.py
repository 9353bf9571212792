"""What a screen reader would find, told line by line; run by the system's Python, which has gi.

Reads one JSON request per line and answers each with one JSON line. Nothing is remembered from
one look to the next: every answer comes from the program over the accessibility bus.
"""

import json
import sys
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found, unused-ignore]

# The version has to be chosen before the import.
gi.require_version("Atspi", "2.0")
from gi.repository import (  # type: ignore[import-not-found, unused-ignore] # noqa: E402
    Atspi,
    GLib,
)

DEEPEST = 40
ANSWER_MS = 3000
"""How long a program may take to answer one question before it counts as frozen."""
FOCUS = "object:state-changed:focused"
PAUSE_SECONDS = 0.002


class Eyes:
    """Looks at one program by its process id, and hears where the focus goes."""

    def __init__(self) -> None:
        Atspi.init()
        Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
        self._desktop = Atspi.get_desktop(0)
        self._met: dict[int, Any] = {}
        self._heard: deque[Any] = deque()
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register(FOCUS)

    def look(self, process: int) -> list[dict[str, Any]]:
        """Return everything that shows, parents before children."""
        program = self._program(process)
        if program is None:
            return []
        return [self._describe(thing, parent) for thing, parent in self._walk(program)]

    def find(self, process: int, role: str, name: str) -> dict[str, Any] | None:
        """Return the first thing that shows with this role and name."""
        program = self._program(process)
        for thing, parent in self._walk(program) if program is not None else ():
            if thing.get_name() == name and thing.get_role_name() == role:
                return self._describe(thing, parent)
        return None

    def again(self, key: int) -> dict[str, Any]:
        """Return what is so now of a thing met before."""
        return self._describe(self._met[key], None)

    def forget(self) -> None:
        """Forget where the focus went until now."""
        self._take_events()
        self._heard.clear()

    def heard(self, seconds: float) -> dict[str, Any] | None:
        """Return where the focus went next, if it goes anywhere within *seconds*."""
        deadline = time.monotonic() + seconds
        while not self._heard and time.monotonic() < deadline:
            if not self._take_events():
                time.sleep(PAUSE_SECONDS)
        return self._describe(self._heard.popleft(), None) if self._heard else None

    def act(self, key: int, action: str) -> bool:
        """Do what the thing offers as *action*."""
        thing = self._met[key]
        names = [thing.get_action_name(number) for number in range(thing.get_n_actions())]
        return bool(thing.do_action(names.index(action)))

    def text(self, key: int) -> str:
        """Return the words in a text."""
        return str(Atspi.Text.get_text(self._met[key], 0, -1))

    def _hear(self, event: Any) -> None:
        if event.detail1:
            self._heard.append(event.source)

    def _take_events(self) -> bool:
        context, took = GLib.MainContext.default(), False
        while context.pending():
            took = context.iteration(False) or took
        return took

    def _program(self, process: int) -> Any:
        self._desktop.clear_cache()
        for number in range(self._desktop.get_child_count()):
            program = self._desktop.get_child_at_index(number)
            if program is not None and program.get_process_id() == process:
                program.set_cache_mask(Atspi.Cache.NONE)
                return program
        return None

    def _walk(self, thing: Any, parent: Any = None, depth: int = 0) -> Iterator[tuple[Any, Any]]:
        """Yield what shows; a program itself always does."""
        if depth and not thing.get_state_set().contains(Atspi.StateType.SHOWING):
            return
        yield thing, parent
        for number in range(thing.get_child_count() if depth < DEEPEST else 0):
            child = thing.get_child_at_index(number)
            if child is not None:
                yield from self._walk(child, thing, depth + 1)

    def _describe(self, thing: Any, parent: Any) -> dict[str, Any]:
        self._met[hash(thing)] = thing
        can = thing.get_interfaces()
        actions = range(thing.get_n_actions() if "Action" in can else 0)
        labels = [
            relation.get_target(number).get_name()
            for relation in thing.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for number in range(relation.get_n_targets())
        ]
        return {
            "key": hash(thing),
            "parent": hash(parent) if parent is not None else 0,
            "role": thing.get_role_name(),
            "name": thing.get_name(),
            "description": thing.get_description(),
            "labels": labels,
            "states": [state.value_nick for state in thing.get_state_set().get_states()],
            "actions": [thing.get_action_name(number) for number in actions],
        }


def main() -> None:
    """Answer until there are no more requests."""
    eyes = Eyes()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"answer": getattr(eyes, request.pop("ask"))(**request)}
        except (GLib.Error, ValueError) as error:
            answer = {"error": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
