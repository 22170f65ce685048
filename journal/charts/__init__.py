"""Charts: values in, a matplotlib Figure out. The only matplotlib in the house, and never pyplot."""
