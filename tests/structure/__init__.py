"""What every file of the package has to look like."""
