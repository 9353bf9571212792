"""The program's own sounds: five loops to rest with, and the cues of a session.

``./dev sounds`` makes them from nothing but numbers and writes them into ``resources/sounds``.
The same numbers give the same sounds, so a change of a sound is a change of this source.
"""
