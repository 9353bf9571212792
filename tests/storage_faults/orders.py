"""What a runner is told to do, and what it answers: one line of JSON each way."""

from msgspec import Struct


class Order(Struct, frozen=True, kw_only=True):
    """Run *driver* once in a folder of its own, *home*, with one fault.

    *injections* are planted into the thread number *thread* (0 is the main thread, 1 the first
    that is started) as strace spells them. With *log* all threads are
    followed from the beginning, and their system calls are written there.
    """

    driver: str
    home: str
    thread: int = 0
    injections: tuple[str, ...] = ()
    log: str = ""
    plant: str = ""


class Result(Struct, frozen=True, kw_only=True):
    """What became of an order. *status* is minus the signal that ended the driver.

    *verdict* says which promise was broken, and is empty when none was. *left* are the
    temporary files that were still there after the next start had saved and closed.
    """

    order: Order
    status: int
    told: str
    errors: str
    reached: bool
    verdict: str
    left: tuple[str, ...] = ()
