"""The pure core: contests, rules that all formats share, standings and views."""
