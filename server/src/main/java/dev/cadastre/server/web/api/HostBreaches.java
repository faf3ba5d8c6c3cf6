package dev.cadastre.server.web.api;

import dev.cadastre.api.Breach;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.rule.BreachQuery;
import dev.cadastre.server.inventory.rule.Rules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the rules that one host breaches. */
@Component
public class HostBreaches {

    /** More rules than anybody reads of one host. */
    private static final int MOST = 200;

    private final Rules rules;

    HostBreaches(Rules rules) {
        this.rules = rules;
    }

    /** Those that the host breached at that moment, by rule; now if that is null. */
    public List<Breach> of(String host, @Nullable Instant at, Reach reach) {
        var query = new BreachQuery(null, host, null, at, null, MOST);
        return rules.breaches(query, reach).items().stream().map(RuleRecords::breach).toList();
    }
}
