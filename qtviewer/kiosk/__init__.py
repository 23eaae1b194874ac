"""The kiosk's rules: config, time, sizes, counts, logs; frozen values and pure functions, no Qt."""
