"""Where things stand: views placed with coordinates, the widths of text, and the layout engine."""
