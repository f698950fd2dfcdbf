"""Claims → origins and intervals."""
