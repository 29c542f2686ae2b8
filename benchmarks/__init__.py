"""Speed and memory of ltcarch on projects of known size."""
