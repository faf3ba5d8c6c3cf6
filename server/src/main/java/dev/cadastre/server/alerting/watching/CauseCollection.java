package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.alerting.before.NearChanges;
import dev.cadastre.server.inventory.Collections;
import dev.cadastre.server.inventory.NotCollected;
import dev.cadastre.server.inventory.UnknownHost;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the hosts of causes collected when something fails, so that what changed on them just before
 * is known within seconds and not with the next report. Thread-safe.
 */
@Component
class CauseCollection {

    private static final Logger log = LoggerFactory.getLogger(CauseCollection.class);

    /** When much fails at once, what it has in common is rarely the packages of each host. */
    private static final int AT_ONCE = 10;

    private static final Duration SELDOM = Duration.ofMinutes(5);

    private final NearChanges near;
    private final Collections collections;
    private final Access access;
    private final Map<String, Long> last = new HashMap<>();

    CauseCollection(NearChanges near, Collections collections, Access access) {
        this.near = near;
        this.collections = collections;
        this.access = access;
    }

    /** Has the hosts collected that the first of these are or are on. */
    void collect(List<String> causes) {
        causes.stream()
                .limit(AT_ONCE)
                .flatMap(cause -> near.host(cause).stream())
                .distinct()
                .filter(this::isDue)
                .forEach(this::collect);
    }

    private synchronized boolean isDue(String host) {
        long now = System.nanoTime();
        last.values().removeIf(at -> now - at > SELDOM.toNanos());
        return last.putIfAbsent(host, now) == null;
    }

    /** What is not collected by this server is left as it is. */
    private void collect(String host) {
        try {
            access.asSystem(() -> collections.collect(Set.of(host), null));
        } catch (UnknownHost | NotCollected expected) {
            log.debug("Host {} is not collected for its incident", host, expected);
        } catch (RuntimeException failure) {
            log.warn("Host {} could not be collected for its incident", host, failure);
        }
    }
}
