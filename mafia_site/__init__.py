"""The site: where the apps meet. It holds no rule of the game."""
