"""duobot: the programme's rules, what can be asked of it, and what it says."""
