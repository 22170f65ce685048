"""Files in and out: the exchange format, and the results as JSON."""
