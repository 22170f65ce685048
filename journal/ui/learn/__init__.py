"""The page to read: what the journal's words mean, and where each claim comes from."""
