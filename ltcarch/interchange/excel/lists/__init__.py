"""Lists of processes that nobody shaped for us: read, understood column by column, and made into an architecture."""
