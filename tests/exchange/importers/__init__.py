"""Files of other diaries."""
