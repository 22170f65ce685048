"""Rough handling of the journal's files: kills, failing disks and power cuts at every single call that changes one."""
