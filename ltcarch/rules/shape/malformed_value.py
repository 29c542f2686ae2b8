"""Ids, dates, durations and languages are written as the format says, and nothing stated is empty.

An id stands in links and file names, so it keeps to letters a to z, digits, dots, hyphens and underscores. A date is
year-month-day and exists in the calendar, a duration is ISO 8601. What there is nothing to say of is left out instead
of left empty.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {effective_from: 2025-02-30}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {effective_from: 2025-02-28}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="SCH05", name="malformed-value", severity={"draft": Severity.ERROR}, documentation=__doc__)
