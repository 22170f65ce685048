"""The only SQL: the journal file, its backups, and what can go wrong with them."""
