"""What learning platforms give as a class's submissions: a module for each, recognised by its shape."""
