package dev.cadastre.server.web.api;

import dev.cadastre.server.inventory.UnknownHost;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the nearest host where a part does not know the one asked for. */
@Component
class UnknownHostExplainer implements FailureExplainer {

    private final KnownHosts hosts;

    UnknownHostExplainer(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof UnknownHost unknown ? hosts.unknown(unknown.name()) : null;
    }
}
