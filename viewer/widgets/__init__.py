"""What is on the screen: the window, its panes and their shared parts."""
