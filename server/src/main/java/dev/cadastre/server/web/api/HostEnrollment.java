package dev.cadastre.server.web.api;

import dev.cadastre.api.AddedHost;
import dev.cadastre.api.Problem;
import dev.cadastre.server.access.AccessProblem;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Adds hosts without the estate file, and ends them. The estate stores its changes by itself, in
 * which the inventory takes part; what comes before or after is done so that a failure in between
 * leaves something that the same request can finish.
 */
@Service
public class HostEnrollment {

    private final Estate estate;
    private final Hosts hosts;
    private final Tokens tokens;
    private final KnownHosts known;
    private final Permitted permitted;

    HostEnrollment(
            Estate estate, Hosts hosts, Tokens tokens, KnownHosts known, Permitted permitted) {
        this.estate = estate;
        this.hosts = hosts;
        this.tokens = tokens;
        this.known = known;
        this.permitted = permitted;
    }

    /** Adds a host; one that pushes gets a token that is good for its reports only. */
    public AddedHost add(dev.cadastre.api.NewHost wanted) {
        boolean push = Boolean.TRUE.equals(wanted.push());
        NewHost host = push ? pushing(wanted) : reached(wanted);
        Additions.require(estate.addHost(host), "host " + host.name());
        Host added = known.visible(host.name(), null);
        return new AddedHost(HostRecords.summary(added), push ? reporterToken(added) : null);
    }

    private String reporterToken(Host host) {
        var grant = new Grant(Role.REPORTER, host.environment(), host.name());
        try {
            return tokens.issue("push~" + host.name(), grant, null).secret();
        } catch (AccessProblem e) {
            Additions.require(estate.removeHost(host.name()), "host " + host.name());
            throw e;
        }
    }

    private static NewHost pushing(dev.cadastre.api.NewHost wanted) {
        String name = Objects.requireNonNullElse(wanted.name(), wanted.address());
        return host(wanted, name, Map.of("address", NewHost.NO_ADDRESS));
    }

    private static NewHost reached(dev.cadastre.api.NewHost wanted) {
        HostTarget target =
                HostTarget.parse(wanted.address()).orElseThrow(() -> unreadable(wanted.address()));
        String name = Objects.requireNonNullElse(wanted.name(), target.host());
        return host(wanted, name, target.settings());
    }

    private static NewHost host(
            dev.cadastre.api.NewHost wanted, String name, Map<String, String> settings) {
        return new NewHost(
                name,
                wanted.environment(),
                Objects.requireNonNullElse(wanted.groups(), List.of()),
                settings);
    }

    private static ProblemException unreadable(String address) {
        return new ProblemException(
                ProblemKind.HOST_INVALID,
                "The address cannot be understood.",
                "Write it as USER@HOST:PORT; user and port may be left out, and an IPv6 address"
                        + " stands in brackets.",
                List.of(
                        new Problem.Part(
                                "host.address", "address", "\"" + address + "\" is none.", null)));
    }

    /** Ends its collection, and its right to report, and keeps its history. */
    public Host retire(String name) {
        Host host = end(name);
        return host.lifecycle() == Lifecycle.RETIRED
                ? host
                : hosts.retire(name, permitted.actor(), writable());
    }

    /** Purges all that is known of it. */
    public void erase(String name) {
        end(name);
        hosts.erase(name, permitted.actor(), writable());
    }

    /** Declares it no more, which retires it if it was declared. */
    private Host end(String name) {
        Host host = known.open(name, Verb.WRITE);
        DeclaredHost declared = estate.host(name).orElse(null);
        if (declared != null && declared.isInFile()) {
            throw Additions.inFile("host " + name, declared.origin());
        }
        revokeTokens(name);
        if (declared == null) {
            return host;
        }
        Additions.require(estate.removeHost(name), "host " + name);
        return known.visible(name, null);
    }

    private void revokeTokens(String host) {
        tokens.list().stream()
                .filter(token -> host.equals(token.grant().host()))
                .forEach(token -> tokens.revoke(token.id()));
    }

    private Reach writable() {
        return permitted.reach(Verb.WRITE, Part.INVENTORY);
    }
}
