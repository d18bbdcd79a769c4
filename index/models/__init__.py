"""Which embedding models can be had, and how their tensors are read."""
