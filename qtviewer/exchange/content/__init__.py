"""Chronicles as folders of TOML files: reads them, checks them, and locates findings in them."""
