"""The page for the appointment on paper: laid out once, painted alike on screen, printer and PDF."""
