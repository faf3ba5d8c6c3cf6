package dev.cadastre.server.web.page;

import dev.cadastre.api.Host;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a host's page shows of work under way and of a host key that waits to be accepted. */
@Component
class HostKeys {

    @Nullable String underWay(@Nullable String collection) {
        return null;
    }

    @Nullable String presented(Host host) {
        return null;
    }
}
