package dev.cadastre.lab;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What an SSH client needs to reach the hosts. */
final class ClientFiles {
    private final Path folder;

    ClientFiles(Path folder) {
        this.folder = folder;
    }

    Path identity() {
        return folder.resolve("id_ed25519");
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    Path sshConfig() {
        return folder.resolve("ssh_config");
    }

    void generateIdentity() {
        Command.run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-C",
                "lab",
                "-f",
                identity().toString());
    }

    synchronized void write(Collection<LabHost> hosts) {
        try {
            Files.writeString(
                    knownHosts(), hosts.stream().map(ClientFiles::knownHost).collect(joining()));
            Files.writeString(
                    sshConfig(),
                    hosts.stream().map(ClientFiles::entry).collect(joining()) + defaults());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the client files in " + folder, e);
        }
    }

    private static String knownHost(LabHost host) {
        String address =
                host.port() == 22
                        ? host.address()
                        : "[%s]:%d".formatted(host.address(), host.port());
        return "%s,%s %s%n".formatted(host.name(), address, host.publicKey());
    }

    private static String entry(LabHost host) {
        return """
        Host %s
            HostName %s
            Port %d
        """
                .formatted(host.name(), host.address(), host.port());
    }

    private String defaults() {
        return """
        Host *
            User ops
            IdentityFile %s
            IdentitiesOnly yes
            UserKnownHostsFile %s
            GlobalKnownHostsFile /dev/null
            StrictHostKeyChecking yes
            BatchMode yes
            ConnectTimeout 10
            LogLevel ERROR
        """
                .formatted(identity(), knownHosts());
    }
}
