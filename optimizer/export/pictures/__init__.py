"""Pictures of answers, drawn with matplotlib, the extra ``plot``."""
