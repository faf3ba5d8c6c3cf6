package dev.cadastre.server.web.api;

import dev.cadastre.api.AddedHost;
import dev.cadastre.api.Problem;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds hosts without the estate file, and ends them: each wholly or not at all. */
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
    @Transactional
    public AddedHost add(dev.cadastre.api.NewHost wanted) {
        boolean push = Boolean.TRUE.equals(wanted.push());
        NewHost host = push ? pushing(wanted) : reached(wanted);
        Additions.require(estate.addHost(host), "host " + host.name());
        Host added = known.visible(host.name(), null);
        return new AddedHost(HostRecords.summary(added), push ? reporterToken(added) : null);
    }

    private String reporterToken(Host host) {
        var grant = new Grant(Role.REPORTER, host.environment(), host.name());
        return tokens.issue("push~" + host.name(), grant, null).secret();
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

    /** Ends its collection and keeps its history. */
    public Host retire(String name) {
        Host host = known.open(name, Verb.WRITE);
        requireNotInFile(host);
        if (estate.host(host.name()).isEmpty()) {
            return hosts.retire(
                    name, permitted.actor(), permitted.reach(Verb.WRITE, Part.INVENTORY));
        }
        // What is declared no more is retired in the transaction that says so.
        undeclare(host);
        return known.visible(name, null);
    }

    /**
     * Purges all that is known of it. Should that fail after the host is declared no more, it is
     * retired, and can be erased again.
     */
    public void erase(String name) {
        Host host = known.open(name, Verb.WRITE);
        requireNotInFile(host);
        undeclare(host);
        hosts.erase(name, permitted.actor(), permitted.reach(Verb.WRITE, Part.INVENTORY));
    }

    private void requireNotInFile(Host host) {
        estate.host(host.name())
                .filter(DeclaredHost::isInFile)
                .ifPresent(declared -> {
                    throw Additions.inFile("host " + host.name(), declared.origin());
                });
    }

    private void undeclare(Host host) {
        if (estate.host(host.name()).isPresent()) {
            Additions.require(estate.removeHost(host.name()), "host " + host.name());
        }
    }
}
