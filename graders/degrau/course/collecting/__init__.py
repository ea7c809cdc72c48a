"""What platforms gave as a class's submissions, put where nbgrader looks for it."""
