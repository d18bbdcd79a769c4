"""How likely a reply is right: named features of question and reply, weighed by a model learned from scored replies."""
