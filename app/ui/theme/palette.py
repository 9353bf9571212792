"""Every role of Qt's palette, from one set of colors."""

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Tokens

Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for *tokens*, the disabled look included."""
    roles = {
        Role.Window: tokens.bg,
        Role.WindowText: tokens.text,
        Role.Base: tokens.surface,
        Role.AlternateBase: tokens.surface_alt,
        Role.ToolTipBase: tokens.surface,
        Role.ToolTipText: tokens.text,
        Role.PlaceholderText: tokens.text_muted,
        Role.Text: tokens.text,
        Role.Button: tokens.surface,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.danger,
        Role.Light: tokens.surface,
        Role.Midlight: tokens.surface_alt,
        Role.Mid: tokens.border,
        Role.Dark: tokens.border_strong,
        Role.Shadow: tokens.border_strong,
        Role.Highlight: tokens.primary,
        Role.HighlightedText: tokens.on_primary,
        Role.Link: tokens.primary,
        Role.LinkVisited: tokens.primary,
        Role.Accent: tokens.primary,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    faint = {
        Role.WindowText: tokens.border_strong,
        Role.Text: tokens.border_strong,
        Role.ButtonText: tokens.border_strong,
        Role.PlaceholderText: tokens.border_strong,
        Role.Base: tokens.surface_alt,
        Role.Button: tokens.surface_alt,
        Role.Highlight: tokens.border_strong,
        Role.HighlightedText: tokens.bg,
    }
    for role, color in faint.items():
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(color))
    return result
