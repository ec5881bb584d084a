"""What is built, repaired, equipped or closed, and how far it has got."""
