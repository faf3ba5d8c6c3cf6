package dev.cadastre.server.dispatch;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.SshSettings;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.HostKeys;
import dev.cadastre.ssh.KnownHosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about the keys that hosts present: pinned ones first, then what the server's user has in
 * {@code ~/.ssh/known_hosts}, then what the host's {@code ssh.hostkeys} says of strangers. A jump
 * host that nothing declares has none of its own: there the strictest of the hosts that are reached
 * through it counts.
 */
@Component
class HostKeyJudge implements HostKeys {

    private static final Logger log = LoggerFactory.getLogger(HostKeyJudge.class);

    private final PinnedKeys pins;
    private final Estate estate;
    private final KeyNames names;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Path knownHosts;

    @Autowired
    HostKeyJudge(
            PinnedKeys pins, Estate estate, Timeline timeline, TransactionTemplate transaction) {
        this(
                pins,
                estate,
                timeline,
                transaction,
                Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"));
    }

    HostKeyJudge(
            PinnedKeys pins,
            Estate estate,
            Timeline timeline,
            TransactionTemplate transaction,
            Path knownHosts) {
        this.pins = pins;
        this.estate = estate;
        this.names = new KeyNames(estate::model);
        this.timeline = timeline;
        this.transaction = transaction;
        this.knownHosts = knownHosts;
    }

    @Override
    public Decision decide(HostAddress host, HostKey presented) {
        List<HostKey> pinned = pins.of(host.toString());
        if (!pinned.isEmpty()) {
            return pinned.contains(presented)
                    ? new Decision.Trusted()
                    : changed(host, pinned, presented);
        }
        KnownHosts known;
        try {
            known = readKnownHosts();
        } catch (IOException e) {
            return unreadable(host, presented, e);
        }
        return switch (known.decide(placeOf(host), presented)) {
            case Decision.Trusted trusted -> pinned(host, presented, "known_hosts", trusted);
            case Decision.Changed other -> changed(host, other.pinned(), presented);
            case Decision.Revoked revoked -> revoked;
            case Decision.FirstSight first -> stranger(host, presented);
            case Decision.Unknown unknown -> stranger(host, presented);
        };
    }

    @Override
    public List<String> knownTypes(HostAddress host) {
        List<String> pinned = pins.of(host.toString()).stream().map(HostKey::type).toList();
        return pinned.isEmpty() ? typesInKnownHosts(host) : pinned;
    }

    private List<String> typesInKnownHosts(HostAddress host) {
        try {
            return readKnownHosts().knownTypes(placeOf(host));
        } catch (IOException e) {
            // The decision about the key says so to whom it concerns.
            log.warn("Cannot read {}: {}", knownHosts, String.valueOf(e));
            return List.of();
        }
    }

    /** The file may hold another key, so none is remembered unless a person accepts it. */
    private Decision unreadable(HostAddress host, HostKey presented, IOException cause) {
        pins.present(host.toString(), presented);
        return new Decision.Unknown(
                "%s may hold another key but cannot be read (%s).".formatted(knownHosts, cause));
    }

    private Decision stranger(HostAddress host, HostKey presented) {
        List<DeclaredHost> concerned = names.concernedBy(host);
        boolean pinning =
                concerned.stream()
                        .map(DeclaredHost::ssh)
                        .allMatch(ssh -> ssh.hostKeys() == SshSettings.HostKeys.PIN);
        // One that concerns nobody any more has just left the estate.
        if (concerned.isEmpty() || !pinning) {
            pins.present(host.toString(), presented);
            return new Decision.Unknown();
        }
        return pinned(host, presented, "first sight", new Decision.FirstSight());
    }

    private Decision pinned(HostAddress host, HostKey key, String by, Decision decision) {
        pins.pin(host.toString(), key, by);
        return decision;
    }

    private Decision changed(HostAddress host, List<HostKey> pinned, HostKey presented) {
        if (pins.present(host.toString(), presented)) {
            transaction.executeWithoutResult(status -> timeline.append(event(host, presented)));
        }
        return new Decision.Changed(pinned);
    }

    private NewEvent event(HostAddress host, HostKey presented) {
        List<String> environments =
                names.concernedBy(host).stream().map(DeclaredHost::environment).distinct().toList();
        return new NewEvent(
                "host:" + declared(host).map(DeclaredHost::name).orElse(host.host()),
                environments.size() == 1 ? environments.getFirst() : Environment.UNASSIGNED,
                "host.key-changed",
                "Presented another host key, " + presented.fingerprint(),
                "{}",
                NewEvent.SYSTEM);
    }

    /** Addresses are in lower case, names of hosts as somebody wrote them. */
    private Optional<DeclaredHost> declared(HostAddress host) {
        return estate.hostIgnoringCase(host.host());
    }

    /**
     * A declared host is known to OpenSSH by its address, not by the name that the estate gives it.
     */
    private HostAddress placeOf(HostAddress host) {
        return declared(host)
                .map(declared -> new HostAddress(declared.address().text(), host.port()))
                .orElse(host);
    }

    /** All but comments is ASCII, so the file is read in an encoding that takes all bytes. */
    private KnownHosts readKnownHosts() throws IOException {
        try {
            return KnownHosts.parse(Files.readString(knownHosts, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return KnownHosts.parse("");
        }
    }

    Optional<HostKey> presented(HostAddress host) {
        return pins.presented(host.toString());
    }
}
