"""Every rule can judge every architecture.

A rule that fails is a fault of ltcarch, never of the architecture. The other rules still run and their findings stand;
the run ends with exit status 3, so that nobody takes silence of the failed rule for consent. Until it is mended, the
rule can be set to `off`.

Bad:

```text
error CFG03 rule OWN05 not-one-responsible-role failed: TypeError: ... (line 51 of check)
```

Good:

```yaml
roles:
  - {id: clerk, name: Clerk}
```
"""

from ltcarch.diagnostics import Severity
from ltcarch.rules.rule import Rule

RULE = Rule(code="CFG03", name="rule-failed", severity={"draft": Severity.ERROR}, documentation=__doc__)
