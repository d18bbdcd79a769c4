"""How much work and memory this program takes: records made by the thousand, files read once, other processes."""
