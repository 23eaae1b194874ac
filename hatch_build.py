"""Puts the shipped store and the resources inside the wheel; a checkout uses them where they stand."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface[Any]):
    """Adds the shipped files to a wheel, but not to an editable install, which would freeze a copy of them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a build of kind `version`, "standard" or "editable"."""
        if version == "standard":
            shipped = ("data/events.sqlite", "resources")
            build_data["force_include"] |= {path: f"qtviewer/shipped/{path}" for path in shipped}
