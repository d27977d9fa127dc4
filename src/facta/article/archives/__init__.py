"""From what a user names to pages one by one: files and folders as they are, archives unpacked, damage told."""
