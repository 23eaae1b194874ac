"""Where things stand on the timeline: floats in, frozen scenes out, no Qt."""
