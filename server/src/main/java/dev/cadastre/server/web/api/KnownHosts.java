package dev.cadastre.server.web.api;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Page;
import dev.cadastre.server.web.api.problem.Nearest;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the host that an address names, or says which one may have been meant. */
@Component
public class KnownHosts {

    private static final int CANDIDATES = 1000;

    private final Hosts hosts;
    private final Permitted permitted;

    KnownHosts(Hosts hosts, Permitted permitted) {
        this.hosts = hosts;
        this.permitted = permitted;
    }

    /** The host, as far as the actor may see it. */
    public Host visible(String name, @Nullable Instant at) {
        return hosts.named(name, at, permitted.read(Part.INVENTORY))
                .orElseThrow(() -> unknown(name));
    }

    /** The host, which the actor may see and do this to. */
    public Host open(String name, Verb verb) {
        Host host = visible(name, null);
        permitted.require(verb, Part.INVENTORY, host.environment());
        return host;
    }

    /** There is no such host, or was none at the moment asked for, as far as the actor may see. */
    public ProblemException unknown(String name) {
        Reach reach = permitted.read(Part.INVENTORY);
        return hosts.named(name, null, reach)
                .map(KnownHosts::unknownThen)
                .orElseGet(() -> unknown(name, reach));
    }

    private static ProblemException unknownThen(Host host) {
        return new ProblemException(
                ProblemKind.HOST_UNKNOWN,
                "The host %s was not known then: it was first seen at %s."
                        .formatted(host.name(), host.firstSeen().truncatedTo(ChronoUnit.SECONDS)),
                "Ask for a moment after that.");
    }

    private ProblemException unknown(String name, Reach reach) {
        return new ProblemException(
                ProblemKind.HOST_UNKNOWN,
                "There is no host " + name + ", or you may not see it.",
                Nearest.to(name, candidates(name, reach))
                        .map(nearest -> "Perhaps " + nearest + " was meant.")
                        .orElse("`cadastre hosts` and /api/v1/hosts list all."));
    }

    /**
     * All names where they are few; otherwise those that share a half with the wanted one, since a
     * slip of the finger leaves one half whole.
     */
    private List<String> candidates(String name, Reach reach) {
        Page<Host> all = hosts.find(HostQuery.living(CANDIDATES), reach);
        if (all.next() == null) {
            return all.items().stream().map(Host::name).toList();
        }
        int middle = name.length() / 2;
        return Stream.of(name.substring(0, middle), name.substring(middle))
                .filter(half -> !half.isEmpty())
                .flatMap(half -> hosts.find(containing(half), reach).items().stream())
                .map(Host::name)
                .toList();
    }

    private static HostQuery containing(String text) {
        return new HostQuery(null, null, text, false, Lifecycle.LIVE, null, null, CANDIDATES);
    }
}
