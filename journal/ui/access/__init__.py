"""The way into the journal and out of it: passphrase, lock, backups, files, and whatever can go wrong with its own."""
