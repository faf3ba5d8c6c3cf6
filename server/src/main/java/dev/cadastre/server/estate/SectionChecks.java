package dev.cadastre.server.estate;

import org.springframework.stereotype.Component;

/** Tells what is wrong with sections that other parts of the server understand. */
@Component
final class SectionChecks {

    /** Takes everything. */
    static final SectionChecks NONE =
            new SectionChecks(RuleQueryCheck.NONE, MonitorCheck.NONE, TeamCheck.NONE);

    private final RuleQueryCheck queries;
    private final MonitorCheck monitors;
    private final TeamCheck teams;

    SectionChecks(RuleQueryCheck queries, MonitorCheck monitors, TeamCheck teams) {
        this.queries = queries;
        this.monitors = monitors;
        this.teams = teams;
    }

    RuleQueryCheck queries() {
        return queries;
    }

    MonitorCheck monitors() {
        return monitors;
    }

    TeamCheck teams() {
        return teams;
    }
}
