"""Pictures of pages: scans and photographs."""
