"""Urgent signs: the questions, the page that asks them with the action first, and the banner above every page."""
