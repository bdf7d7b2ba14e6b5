"""Pictures: drawn by our own hand when they are sent, and never without their words beside."""
