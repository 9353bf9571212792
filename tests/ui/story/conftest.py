"""What these tests are handed: a seat before the real window."""

from tests.support.seat import seat

__all__ = ["seat"]
