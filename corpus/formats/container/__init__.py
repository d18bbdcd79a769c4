"""Containers: what files of office programs are wrapped in."""
