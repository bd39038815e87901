"""For any plan, the model accepts it exactly where the verifier does."""
