"""Study grants and quotas."""
