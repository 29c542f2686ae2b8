"""Where the stations and ways of a swimlane diagram stand: lanes are rows, and time runs from left to right.

The diagram is a grid. Each station has a column, by how far it is from the start (`columns`), and a row in its lane
(`rows`). Ways run along the rows, in gaps between columns and in channels between rows (`routes`), beside one another
on tracks (`tracks`). Rows hold stations or lines, gaps and channels only lines and their labels, so that nothing can
cover anything else (`plan`).
"""

from ltcarch.layout.swimlane.graph import Graph, Side, Station, Way
from ltcarch.layout.swimlane.place import place
from ltcarch.layout.swimlane.plan import Plan, plan

__all__ = ["Graph", "Plan", "Side", "Station", "Way", "place", "plan"]
