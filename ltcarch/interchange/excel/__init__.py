"""Excel: lists that anybody shaped are taken in, and a workbook of our own goes out and comes back."""
