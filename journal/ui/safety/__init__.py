"""Nothing lost, nobody in: the way into the journal, its lock, its backups, and whatever can go wrong with its file."""
