"""The treatments page: what was tried, what goes with worse days, appointments."""
