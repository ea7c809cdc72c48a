"""The course as a folder of static files: notebooks that run in a student's browser, with nothing to install."""
