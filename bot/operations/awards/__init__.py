"""Questions after what a policy gives for a person's own amount or class."""
