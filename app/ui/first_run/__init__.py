"""The first screen: what this is, and a few things to say, if one likes."""
