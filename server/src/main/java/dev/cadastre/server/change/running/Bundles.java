package dev.cadastre.server.change.running;

import dev.cadastre.change.archive.ArchiveRefused;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.host.HeldBundle;
import dev.cadastre.change.host.HostBundles;
import dev.cadastre.change.run.Lock;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.ChangeBundle;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.hosts.HostsOfRuns;
import dev.cadastre.server.change.keeping.RunTable;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * What lies on hosts while runs change them, for people who look and work there meanwhile. All of
 * it takes running changes in the host's environment, for it connects to the host. Thread-safe.
 */
@NamedInterface("running")
@Service
public class Bundles {

    private final HostsOfRuns hosts;
    private final Estate estate;
    private final RunTable table;
    private final RunLookup lookup;
    private final Concerned concerned;
    private final Access access;

    Bundles(
            HostsOfRuns hosts,
            Estate estate,
            RunTable table,
            RunLookup lookup,
            Concerned concerned,
            Access access) {
        this.hosts = hosts;
        this.estate = estate;
        this.table = table;
        this.lookup = lookup;
        this.concerned = concerned;
        this.access = access;
    }

    /**
     * Those on a host.
     *
     * @throws ChangeRefused if there is no such host, or it is not reached
     */
    public List<ChangeBundle> list(String host, Reach reach) {
        DeclaredHost declared = declared(host);
        try (HostBundles bundles = hosts.bundles(host)) {
            return switch (bundles.list()) {
                case HostBundles.Listed listed ->
                        listed.bundles().stream().map(one -> known(one, reach)).toList();
                case HostBundles.Refused refused -> throw refused(declared, refused);
                case HostBundles.OutOfReach away -> throw outOfReach(declared, away);
            };
        }
    }

    private ChangeBundle known(HeldBundle held, Reach reach) {
        Lock lock = held.lock();
        Optional<Long> id = lock == null ? Optional.empty() : table.named(lock.run());
        return new ChangeBundle(
                held,
                id.flatMap(one -> lookup.find(one, reach)).map(ChangeRun::id).orElse(null),
                lock == null ? null : table.ending(lock.run()).orElse(null));
    }

    /**
     * The files of one that can be edited.
     *
     * @throws ChangeRefused if there is none, it holds what nobody takes, or the host is not
     *     reached
     */
    public ChangeFolder pull(String host, String name) {
        DeclaredHost declared = declared(host);
        try (HostBundles bundles = hosts.bundles(host)) {
            return switch (bundles.pull(name)) {
                case HostBundles.Pulled pulled -> {
                    audit("bundle.pull", declared, name);
                    yield pulled.files();
                }
                case HostBundles.Refused refused -> throw refused(declared, refused);
                case HostBundles.OutOfReach away -> throw outOfReach(declared, away);
            };
        }
    }

    /**
     * Puts files back, as far as they differ, unless the run that has it goes on.
     *
     * @param content a tar archive of files
     * @return the paths of those that differed
     * @throws ChangeRefused if that is no such archive, or they are not put there
     * @throws IOException if it cannot be read to its end
     */
    public List<String> push(String host, String name, InputStream content) throws IOException {
        DeclaredHost declared = declared(host);
        ChangeFolder files = files(content);
        try (HostBundles bundles = hosts.bundles(host)) {
            return switch (bundles.push(name, files, this::goingOn)) {
                case HostBundles.Pushed pushed -> {
                    audit("bundle.push", declared, name);
                    yield pushed.changed();
                }
                case HostBundles.Refused refused -> throw refused(declared, refused);
                case HostBundles.OutOfReach away -> throw outOfReach(declared, away);
            };
        }
    }

    private static ChangeFolder files(InputStream content) throws IOException {
        try {
            return ChangeArchive.read(content);
        } catch (ArchiveRefused e) {
            throw new ChangeProblem(
                            e.code(),
                            "content",
                            e.getMessage() + ".",
                            "Send files and folders alone, as a tar archive.")
                    .as(Reason.UNUSABLE);
        }
    }

    /** Between two of its jobs nothing is at work, and the next is about to be. */
    private HostBundles.@Nullable Refused goingOn(Lock lock) {
        return table.named(lock.run())
                .flatMap(id -> lookup.find(id, Reach.ALL))
                .filter(run -> run.phase() == RunPhase.GOING_ON || run.phase() == RunPhase.HALTED)
                .map(run ->
                        new HostBundles.Refused(
                                "run-goes-on",
                                "run %d of %s, which %s started, goes on there; halt it first"
                                        .formatted(run.id(), run.change(), run.who())))
                .orElse(null);
    }

    /** What the actor may not see is not there for them. */
    private DeclaredHost declared(String host) {
        Reach reach = access.reach(Verb.READ, Part.INVENTORY);
        DeclaredHost declared =
                estate.host(host)
                        .filter(one -> reach.covers(one.environment()))
                        .orElseThrow(() ->
                                new ChangeProblem(
                                                "host.unknown",
                                                "name",
                                                "There is no declared host " + host + ".",
                                                "See /api/v1/hosts for those there are.")
                                        .as(Reason.UNKNOWN));
        concerned.requireRun(List.of(declared.environment()));
        return declared;
    }

    private void audit(String action, DeclaredHost host, String bundle) {
        access.audit(action, "host:" + host.name(), host.environment(), "done: " + bundle);
    }

    private static ChangeRefused refused(DeclaredHost host, HostBundles.Refused refused) {
        boolean isOfArchive = refused.code().startsWith("change.");
        return new ChangeProblem(
                        isOfArchive ? refused.code() : "bundle." + refused.code(),
                        "bundle",
                        "On %s: %s.".formatted(host.name(), refused.reason()),
                        isOfArchive
                                ? "Look at the directory on the host itself."
                                : "See /api/v1/hosts/%s/bundles.".formatted(host.name()))
                .as(
                        switch (refused.code()) {
                            case "no-bundle" -> Reason.UNKNOWN;
                            case "own-file" -> Reason.INVALID;
                            default -> isOfArchive ? Reason.UNUSABLE : Reason.CONFLICT;
                        });
    }

    private static ChangeRefused outOfReach(DeclaredHost host, HostBundles.OutOfReach away) {
        return new ChangeProblem(
                        "bundle.out-of-reach",
                        "name",
                        "%s is not reached: %s.".formatted(host.name(), away.reason()),
                        "Try again when it is.")
                .as(Reason.CONFLICT);
    }
}
