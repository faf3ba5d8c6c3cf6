package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which hosts a list is to have. */
@Parameters
record HostParameters(
        @Nullable String environment,
        @Nullable String group,
        @Nullable String q,
        @Nullable Instant at) {

    HostSelection hosts() {
        return new HostSelection(environment, group, q, at);
    }
}
