"""The body one can press: the drawing, its regions as real buttons, and the patterns they are filled with."""
