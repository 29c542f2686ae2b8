"""Placed views as text or bytes: one folder a format."""
