package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.MonitorDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody has to be allowed to do with monitors who says what is checked. Pure. */
final class DefinitionRights {

    private static final String SECRET = "secret";

    private DefinitionRights() {}

    /**
     * One of them.
     *
     * @param environment where; null for all
     */
    record Right(Verb verb, @Nullable String environment) {}

    /**
     * Those that a definition takes.
     *
     * @param environment the one that its asset is in; null if it is about several
     */
    static List<Right> of(MonitorDefinition definition, @Nullable String environment) {
        List<Right> rights = new ArrayList<>();
        rights.add(new Right(Verb.WRITE, environment));
        if (definition.kind().runsCommand() || definition.kind().runsTest()) {
            rights.add(new Right(Verb.RUN, environment));
        }
        if (definition.setting(SECRET).isPresent()) {
            // Whoever says where a secret goes can have it sent to themselves.
            rights.add(new Right(Verb.ADMINISTER, null));
        }
        return rights;
    }
}
