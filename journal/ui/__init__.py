"""The only Qt: the window and its pages."""
