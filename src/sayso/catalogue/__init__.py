"""What the lists and pages of a collection are read from: one small record for each thing that can be listed."""
