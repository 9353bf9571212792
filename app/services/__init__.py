"""Use-cases: what the pages ask for, in terms of values, repositories and words. No Qt."""
