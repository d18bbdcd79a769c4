"""Questions over figures that stand beside each other: which is highest, which fell, how much each is."""
