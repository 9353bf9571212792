"""Faults planted by the system itself: disks that hang, fill up or fail, and kill -9."""
