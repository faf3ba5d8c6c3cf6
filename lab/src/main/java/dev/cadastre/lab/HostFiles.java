package dev.cadastre.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds what is a host's own: the layer over the shared tree, and sshd's log.
 * Written only while the host is down, because a layer in use must not change underneath.
 */
final class HostFiles {
    private final Path folder;

    HostFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path log() {
        return folder.resolve("sshd.log");
    }

    /** Lays out a new host. */
    void create(HostSpec spec, String address, String machineId, Path clientKey) {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder);
            Files.createDirectory(folder.resolve("work"));
            Files.createDirectory(folder.resolve("root"));
            Files.createDirectories(layer("etc/ssh"));
            Files.createDirectories(layer("run/sshd"));
            Files.writeString(layer("etc/hostname"), spec.name() + "\n");
            Files.writeString(layer("etc/machine-id"), machineId + "\n");
            // Who looks up a name must not wait for the name server of the machine that built the
            // tree.
            Files.writeString(layer("etc/resolv.conf"), "");
            Files.writeString(
                    layer("etc/hosts"),
                    "127.0.0.1 localhost\n::1 localhost\n%s %s\n".formatted(address, spec.name()));
            Files.copy(clientKey, layer("etc/ssh/authorized_keys"));
        } catch (FileAlreadyExistsException e) {
            throw new LabException("there is already a host " + spec.name(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out host " + spec.name(), e);
        }
    }

    /** Gives the host a new ed25519 key and returns its public line, {@code type base64}. */
    String generateHostKey(String name) {
        Path key = layer("etc/ssh/ssh_host_ed25519_key");
        try {
            Files.deleteIfExists(key);
            Command.run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-C",
                    name,
                    "-f",
                    key.toString());
            String[] words = Files.readString(Path.of(key + ".pub")).split(" ", 3);
            return words[0] + " " + words[1];
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a host key for " + name, e);
        }
    }

    void configureSshd(String address, int port, Conduct conduct) {
        try {
            Files.writeString(
                    layer("etc/ssh/sshd_config"),
                    """
                    AddressFamily any
                    ListenAddress %s
                    Port %d
                    HostKey /etc/ssh/ssh_host_ed25519_key
                    AuthorizedKeysFile /etc/ssh/authorized_keys
                    PermitRootLogin prohibit-password
                    PasswordAuthentication no
                    KbdInteractiveAuthentication no
                    UsePAM no
                    UseDNS no
                    MaxStartups 500
                    MaxSessions 100
                    Subsystem sftp internal-sftp
                    AcceptEnv LANG LC_*
                    %s\
                    """
                            .formatted(address, port, conduct.sshdDirective()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot configure sshd in " + folder, e);
        }
    }

    private Path layer(String path) {
        return folder.resolve("upper").resolve(path);
    }
}
