package dev.cadastre.server.demonstration;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.inventory.Hosts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the invented hosts report what they reported last, as hosts do that are not changed; all that
 * is known of them would be stale otherwise. For one thread.
 */
@Component
class Presence {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);

    private final Demonstration demonstration;
    private final Hosts hosts;
    private final Reporter reporter;
    private final Access access;

    Presence(Demonstration demonstration, Hosts hosts, Reporter reporter, Access access) {
        this.demonstration = demonstration;
        this.hosts = hosts;
        this.reporter = reporter;
        this.access = access;
    }

    /** All of them but those that are silent. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
    void report() {
        if (!demonstration.isUnderWay()) {
            return;
        }
        try {
            access.asSystem(this::reportAll);
        } catch (RuntimeException failure) {
            log.warn("The invented hosts report again later", failure);
        }
    }

    private void reportAll() {
        Catalogue catalogue = Catalogue.read();
        List<InventedHost> organisation = Past.organisation(hosts);
        Conversations conversations = new Conversations(organisation);
        organisation.stream()
                .filter(host -> !host.isSilent(Past.DAYS))
                .forEach(host ->
                        reporter.report(
                                host,
                                host.installed(catalogue, Past.DAYS),
                                conversations.of(host)));
    }
}
