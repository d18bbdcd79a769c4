"""What keeps a server going: processes, watching, updating, logs, figures of its work."""
