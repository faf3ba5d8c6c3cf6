package dev.cadastre.bench;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hosts with the packages of this machine, for everybody to look at. */
final class LabHosts implements AutoCloseable {

    private final Lab lab;
    private final List<LabHost> hosts;
    private final Path folder;

    private LabHosts(Lab lab, List<LabHost> hosts, Path folder) {
        this.lab = lab;
        this.hosts = hosts;
        this.folder = folder;
    }

    static LabHosts start(Path scratch, int count) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "hosts");
        Lab lab = Lab.open(folder);
        List<HostSpec> specs =
                IntStream.rangeClosed(1, count)
                        .mapToObj(number ->
                                HostSpec.debian("b" + number)
                                        .address(
                                                "10.77.%d.%d"
                                                        .formatted(number / 200, number % 200 + 1)))
                        .toList();
        List<LabHost> hosts = lab.hosts(specs);
        String packages = Files.readString(Path.of("/var/lib/dpkg/status"));
        hosts.parallelStream().forEach(host -> host.writeFile("/var/lib/dpkg/status", packages));
        return new LabHosts(lab, hosts, folder);
    }

    int count() {
        return hosts.size();
    }

    List<String> names() {
        return hosts.stream().map(LabHost::name).toList();
    }

    /** A command that lists the packages of all, as many at once as {@code atOnce}. */
    String listing(int atOnce) {
        return "printf '%s\\n' "
                + String.join(" ", names())
                + " | xargs -P"
                + atOnce
                + " -I{} ssh -F "
                + lab.sshConfig()
                + " {} dpkg-query -W";
    }

    Path estateFile() throws IOException {
        String declared =
                hosts.stream()
                        .map(host -> "[host " + host.name() + "]\naddress = " + host.address())
                        .collect(Collectors.joining("\n\n"));
        return Files.writeString(
                folder.resolve("estate.ini"),
                """
                [DEFAULT]
                ssh.user = ops
                ssh.identity = %s

                %s
                """
                        .formatted(lab.identity(), declared));
    }

    Path ansibleInventory() throws IOException {
        return Files.writeString(folder.resolve("inventory"), String.join("\n", names()) + "\n");
    }

    Path sshConfig() {
        return lab.sshConfig();
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Override
    public void close() {
        lab.close();
    }
}
