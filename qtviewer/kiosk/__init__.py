"""The rules of the kiosk: config, idle time, sizes, PIN, counts and log; no Qt."""
