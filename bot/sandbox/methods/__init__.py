"""The methods of the Bot API, by theme; each looks at the world and hands back an outcome."""
