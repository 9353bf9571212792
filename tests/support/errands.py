"""What takes the program several steps, done in one go: moving everything, deleting everything."""

from pathlib import Path

from app.services.farewell import Farewell, FarewellDone
from app.services.place import MoveDone, Place


def move(place: Place, target: Path) -> MoveDone:
    """Move all files to the folder *target*, here and now, and go on working there."""
    place.hold()
    done: MoveDone | None = None
    try:
        done = place.carry_over(target)
    finally:
        place.let_go(done)
    return done


def delete(farewell: Farewell) -> FarewellDone:
    """Delete everything, here and now."""
    farewell.stop()
    return farewell.clear()
