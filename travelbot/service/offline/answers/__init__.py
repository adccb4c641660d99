"""What can be asked of the guide: one module for each subject."""
