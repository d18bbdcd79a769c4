"""What is worked out of two figures or more that no way of answering before finds together."""
