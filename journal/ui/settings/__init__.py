"""Settings: how it looks, and where the journal is."""
