"""Players that are no people: when they take a turn (`pace`), and what they do in it (`policy`)."""
