package dev.cadastre.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A laboratory of real hosts on one machine. Works only inside the private space that {@code
 * lab/bin/in-lab} makes, on trees that {@code lab/bin/prepare} has built. All files of its hosts
 * lie in memory and are gone after {@link #close()}. Safe for use by several threads.
 */
public final class Lab implements AutoCloseable {
    private final Path folder;
    private final Path trees;
    private final ClientFiles clientFiles;
    private final Network network = new Network();
    private final Map<String, LabHost> hosts = new ConcurrentHashMap<>();

    private Lab(Path folder, Path trees) {
        this.folder = folder;
        this.trees = trees;
        this.clientFiles = new ClientFiles(folder);
    }

    /**
     * Opens a laboratory without hosts.
     *
     * @param scratch an existing folder, in which the laboratory makes one of its own
     */
    public static Lab open(Path scratch) {
        if (System.getenv("CADASTRE_IN_LAB") == null) {
            throw new LabException(
                    "not in the laboratory's private network: start this program with lab/bin/in-lab");
        }
        Lab lab = new Lab(scratch.toAbsolutePath().resolve("lab"), trees());
        lab.layOut();
        return lab;
    }

    private static Path trees() {
        Map<String, String> environment = System.getenv();
        Path cache =
                Path.of(
                        environment.getOrDefault(
                                "CADASTRE_LAB",
                                environment.getOrDefault("HOME", "/root")
                                        + "/.cache/cadastre-lab"));
        try {
            return cache.resolve("trees").toRealPath();
        } catch (IOException e) {
            throw new LabException("no root trees in " + cache + ": run lab/bin/prepare", e);
        }
    }

    private void layOut() {
        try {
            Files.createDirectory(folder);
            Command.run("mount", "-t", "tmpfs", "-o", "mode=0755", "lab", folder.toString());
            Files.writeString(startScript(), Resources.text("start-host.sh"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out a laboratory in " + folder, e);
        }
        clientFiles.generateIdentity();
        writeClientFiles();
    }

    /** Starts a host and returns when its sshd listens. */
    public LabHost host(HostSpec spec) {
        return hosts(List.of(spec)).getFirst();
    }

    /**
     * Starts several hosts at once, and returns them in the same order when all sshds listen. If
     * some cannot start, the others stay, and the failure names each that could not.
     */
    public List<LabHost> hosts(Collection<HostSpec> specs) {
        List<Callable<LabHost>> starts = new ArrayList<>();
        for (HostSpec spec : specs) {
            starts.add(() -> start(spec));
        }
        try {
            return AtOnce.perform(starts);
        } finally {
            writeClientFiles();
        }
    }

    private LabHost start(HostSpec spec) {
        LabHost host = create(spec);
        host.start();
        hosts.put(spec.name(), host);
        return host;
    }

    private LabHost create(HostSpec spec) {
        String address = spec.address() == null ? network.nextAddress() : spec.address();
        String machineId = spec.machineId() == null ? freshMachineId() : spec.machineId();
        HostFiles files = new HostFiles(folder.resolve("hosts").resolve(spec.name()));
        return new LabHost(this, spec, address, machineId, files);
    }

    private static String freshMachineId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The private key file that opens every host, in OpenSSH's format. */
    public Path identity() {
        return clientFiles.identity();
    }

    /** A known_hosts file with the present key of every host, by name and by address. */
    public Path knownHosts() {
        return clientFiles.knownHosts();
    }

    /**
     * A configuration for OpenSSH's client, with which {@code ssh -F … web1} signs in as {@code
     * ops}.
     */
    public Path sshConfig() {
        return clientFiles.sshConfig();
    }

    /** Ends all hosts and removes their files. */
    @Override
    public void close() {
        List<Callable<Boolean>> ends = new ArrayList<>();
        for (LabHost host : hosts.values()) {
            ends.add(host::end);
        }
        AtOnce.perform(ends);
        network.deleteAll();
        Command.run("umount", folder.toString());
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    void writeClientFiles() {
        clientFiles.write(hosts.values());
    }

    Network network() {
        return network;
    }

    /** The shared trees that the host stands on, the upper first, as overlayfs lists them. */
    String trees(HostSpec spec) {
        Path tree = trees.resolve(spec.platform().tree());
        Role role = spec.role();
        return role == null ? tree.toString() : trees.resolve(role.layer()) + ":" + tree;
    }

    Path startScript() {
        return folder.resolve("start-host.sh");
    }
}
