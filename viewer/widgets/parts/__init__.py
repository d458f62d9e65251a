"""Small widgets and delegates that several panes share."""
