"""Owners of the state: workspace, document session, tasks."""
