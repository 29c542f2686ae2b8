"""Bringing architectures in and out: as plain records, compared and merged, and edited into YAML files."""
