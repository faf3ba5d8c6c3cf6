package dev.cadastre.server.estate;

import org.springframework.stereotype.Component;

/** Tells what is wrong with sections that other parts of the server understand. */
@Component
final class SectionChecks {

    /** Takes everything. */
    static final SectionChecks NONE = new SectionChecks(RuleQueryCheck.NONE, MonitorCheck.NONE);

    private final RuleQueryCheck queries;
    private final MonitorCheck monitors;

    SectionChecks(RuleQueryCheck queries, MonitorCheck monitors) {
        this.queries = queries;
        this.monitors = monitors;
    }

    RuleQueryCheck queries() {
        return queries;
    }

    MonitorCheck monitors() {
        return monitors;
    }
}
