"""Chronicles as folders of TOML: reading, checking and placing what is wrong; for authors of content."""
