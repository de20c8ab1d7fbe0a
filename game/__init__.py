"""The game of Mafia: its rules, its live rooms, and the record of what was played."""
