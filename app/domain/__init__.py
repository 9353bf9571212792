"""Values and pure functions: what Soft Landing knows, without files, windows or a clock."""
