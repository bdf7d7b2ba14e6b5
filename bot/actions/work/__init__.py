"""What coaches see of their own work, and what they do for people who are not on Telegram."""
