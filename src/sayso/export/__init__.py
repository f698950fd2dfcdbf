"""Ways out of a collection: one file or folder for each format."""
