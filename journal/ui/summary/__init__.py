"""The summary: choose dates and contents, see the very page, print it or save it."""
