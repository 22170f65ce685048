"""The page for the appointment: what it says, apart from how it is laid out."""
