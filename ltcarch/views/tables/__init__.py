"""What stands in rows and columns: matrices, lists and cards, one file each."""
