"""A history from another program or a table is brought along: what is asked, and what it would look like."""
