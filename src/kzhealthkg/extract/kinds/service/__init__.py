"""Services, units and methods that a facility begins to offer."""
