"""What ltcarch reports: one frozen record a finding, data only."""

from ltcarch.diagnostics.diagnostic import Diagnostic, Edit, Related, Severity

__all__ = ["Diagnostic", "Edit", "Related", "Severity"]
