"""What the tests of the web pages have in common: a site that is served, a browser that looks at it."""
