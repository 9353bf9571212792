"""The look: colors, sizes, fonts and icons, applied in one go."""
