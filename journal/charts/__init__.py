"""The only matplotlib: results and a style in, a `Figure` out."""
