"""The socket protocol as documents: all of it is read from the code, and nothing is said that the code does not do."""
