"""The journal page: every entry, newest first; open, edit, delete with undo."""
