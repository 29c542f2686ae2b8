"""Findings as people and machines read them: one file an output format."""
