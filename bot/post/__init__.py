"""The post: what came in is stored before it is confirmed, what goes out before it is sent."""
