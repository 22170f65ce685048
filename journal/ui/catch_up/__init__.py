"""Days that were missed are written down together, in the order of the paper form."""
