"""What is asked around a plan: audits and repairs, and how a plan stands against others."""
