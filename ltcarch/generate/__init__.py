"""The reference pages, made from the code itself so that they cannot disagree with it."""
