"""One function a kind: what a clause says of it, as drafts."""
