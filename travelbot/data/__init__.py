"""What is kept: conversations, and the bundled knowledge of the world."""
