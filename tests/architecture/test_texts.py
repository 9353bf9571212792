"""Every word on the screen can be translated, and every extractor can find it."""

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from tests.support.source import Module, called, modules, parents

TRANSLATORS = {"_": 1, "ngettext": 2, "pgettext": 2}
"""How many of the first arguments are texts."""

SETTERS = {
    "addAction", "addItem", "addItems", "addRow", "addTab", "add_link", "header", "insertItem",
    "set_note", "set_primary", "set_secondary", "set_text", "set_title", "setAccessibleDescription",
    "setAccessibleName", "setDetailedText", "setInformativeText", "setLabelText",
    "setPlaceholderText", "setPrefix", "setStatusTip", "setSuffix", "setTabText", "setText",
    "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage",
}  # fmt: skip
"""Methods whose plain arguments people read."""

WIDGETS = re.compile(r"^(Q?(Label|\w*Button|CheckBox|GroupBox|Action)|Heading|Prose|Caption|Lead)$")
"""Classes whose plain arguments people read."""

UNREAD = {"getattr", "hasattr", "debug", "info", "warning", "error", "exception", "Template"}
"""Functions whose arguments nobody but a programmer reads."""

NAMES = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$|^Soft Landing *$")
"""What widgets of our own may be given untranslated: the name of an icon, or ours."""

SENTENCE = re.compile(r"^[A-Z][\w'’]*,? [\w'’{]")
"""What looks like words for a person: a capital, and more than one word."""

NOT_ON_SCREEN = {
    "app/services/clinic_companion.py": "what Debian's tools read, in English",
    "app/shell/self_test/day.py": "what a made-up patient types",
    "app/ui/theme/fonts.py": "names of typefaces",
}

SCREENS = [
    module
    for module in modules()
    if module.name.startswith(("app/ui/", "app/shell/", "app/services/"))
    and module.name not in NOT_ON_SCREEN
]


@pytest.mark.parametrize("module", SCREENS, ids=lambda module: module.name)
def test_every_text_on_the_screen_is_translated(module: Module) -> None:
    """A plain literal given to a widget, or one that reads like a sentence, is inside _()."""
    found = [*_literals_given_to_widgets(module), *_sentences(module)]

    assert not found


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_every_translated_text_is_a_plain_literal(module: Module) -> None:
    """Extraction reads the source: an f-string or a variable in _() is silently left out."""
    found = [
        module.place(call)
        for call in module.calls(*TRANSLATORS)
        if isinstance(call.func, ast.Name) and not module.name.endswith("i18n.py")
        for argument in call.args[: TRANSLATORS[called(call)]]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]

    assert not found


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_every_placeholder_has_a_name_and_is_filled(module: Module) -> None:
    """``_("Hello {name}").format(name=...)``: translators may change the order of the words."""
    found = []
    for call in module.calls(*TRANSLATORS):
        texts = [a.value for a in call.args if isinstance(a, ast.Constant)]
        wanted = {name for text in texts if isinstance(text, str) for name in _placeholders(text)}
        if not all(name.isidentifier() for name in wanted):
            found.append(f"{module.place(call)} {wanted}: a placeholder without a name")
        given = _named_arguments(call)
        if given is not None and given != wanted and "**" not in given:
            found.append(f"{module.place(call)} wants {wanted}, is given {given}")

    assert not found


def test_the_lint_sees_what_it_should(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A lint that finds nothing is tried on what it must find."""
    folder = tmp_path_factory.mktemp("app")
    page = folder / "page.py"
    page.write_text(
        '"""A page of text."""\n'
        'label.setText("Saved")\nQLabel("Saved")\nx = "Your words are safe"\n'
        'label.setText(_("Saved"))\nlog.debug("Writing the file")\nraise Error("Not a file")\n'
        'label.setText("…")\nIconButton(theme, "chevron-down")\nlabel.setObjectName("card")\n'
    )
    module = Module(page)

    literals = [node.value for node in _given(module)]
    sentences = [node.value for node in _spoken(module)]

    assert literals == ["Saved", "Saved"]
    assert sentences == ["Your words are safe"]


def _literals_given_to_widgets(module: Module) -> list[str]:
    return [f"{module.place(node)} {node.value!r}" for node in _given(module)]


def _sentences(module: Module) -> list[str]:
    return [f"{module.place(node)} {node.value!r}" for node in _spoken(module)]


def _given(module: Module) -> Iterator[ast.Constant]:
    for call in ast.walk(module.tree):
        if not isinstance(call, ast.Call):
            continue
        ours = WIDGETS.match(called(call)) is not None or "_" in called(call)
        if not WIDGETS.match(called(call)) and called(call) not in SETTERS:
            continue
        for argument in call.args:
            for node in _plain_parts(argument):
                text = node.value if isinstance(node.value, str) else ""
                if re.search(r"[^\W\d_]{2}", text) and not (ours and NAMES.match(text)):
                    yield node


def _plain_parts(argument: ast.expr) -> Iterator[ast.Constant]:
    """Yield the literals that *argument* shows: its own, and those of a choice or an f-string."""
    match argument:
        case ast.Constant():
            yield argument
        case ast.JoinedStr(values=values):
            for value in values:
                yield from _plain_parts(value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _plain_parts(body)
            yield from _plain_parts(orelse)
        case ast.BinOp(left=left, right=right):
            yield from _plain_parts(left)
            yield from _plain_parts(right)


def _spoken(module: Module) -> Iterator[ast.Constant]:
    for node in ast.walk(module.tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        if SENTENCE.match(node.value) and not NAMES.match(node.value) and not _is_unread(node):
            yield node


def _is_unread(node: ast.Constant) -> bool:
    """Tell whether nobody reads *node*: translated already, a docstring, an error, a log line."""
    for parent in parents(node):
        if isinstance(parent, ast.Raise | ast.Assert):
            return True
        if isinstance(parent, ast.Call) and called(parent) in {*TRANSLATORS, *UNREAD}:
            return True
        if isinstance(parent, ast.Expr) and parent.value is node:
            return True
    return False


def _placeholders(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def _named_arguments(call: ast.Call) -> set[str] | None:
    """Return the names that ``.format(...)`` fills after *call*, or nothing without it."""
    attribute = getattr(call, "parent", None)
    if not (isinstance(attribute, ast.Attribute) and attribute.attr == "format"):
        return None
    format_call = getattr(attribute, "parent", None)
    if not isinstance(format_call, ast.Call):
        return None
    return {keyword.arg or "**" for keyword in format_call.keywords}
