"""What is measured: scenarios, and the steps that their brushes take."""
