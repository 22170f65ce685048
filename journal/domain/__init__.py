"""What a record is: frozen values that check themselves. Standard library only."""
