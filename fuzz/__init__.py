"""Inputs that nobody would write, in search of one that ltcarch does not stand: `make fuzz`."""
