package dev.cadastre.bench;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hosts for everybody to look at, and to change. */
final class LabHosts implements AutoCloseable {

    private final Lab lab;
    private final List<LabHost> hosts;
    private final Path folder;

    private LabHosts(Lab lab, List<LabHost> hosts, Path folder) {
        this.lab = lab;
        this.hosts = hosts;
        this.folder = folder;
    }

    /** Hosts with the packages of this machine. */
    static LabHosts start(Path scratch, int count) throws IOException {
        LabHosts started = plain(scratch, count);
        String packages = Files.readString(Path.of("/var/lib/dpkg/status"));
        started.hosts.parallelStream()
                .forEach(host -> host.writeFile("/var/lib/dpkg/status", packages));
        return started;
    }

    /** Hosts with no more packages than a minimal system has. */
    static LabHosts plain(Path scratch, int count) throws IOException {
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
        return new LabHosts(lab, lab.hosts(specs), folder);
    }

    /** The first so many of them, which are this one's to end. */
    LabHosts first(int count) {
        return new LabHosts(lab, hosts.subList(0, count), folder);
    }

    /** Runs shell text on each as root, and not over SSH; a status other than 0 is a failure. */
    void run(String shell) {
        hosts.parallelStream().forEach(host -> host.run(shell));
    }

    /** Where one of them answers. */
    InetSocketAddress ssh(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .map(host -> new InetSocketAddress(host.address(), host.port()))
                .orElseThrow();
    }

    int count() {
        return hosts.size();
    }

    List<String> names() {
        return hosts.stream().map(LabHost::name).toList();
    }

    /** A command that lists the packages of all, as many at once as {@code atOnce}. */
    String listing(int atOnce) {
        return overSsh(atOnce, "dpkg-query -W");
    }

    /** A command that runs another one on all of them, as many at once as {@code atOnce}. */
    String overSsh(int atOnce, String command) {
        return "printf '%s\\n' "
                + String.join(" ", names())
                + " | xargs -P"
                + atOnce
                + " -I{} ssh -F "
                + lab.sshConfig()
                + " {} "
                + command;
    }

    Path estateFile() throws IOException {
        return estateFile("ops", "");
    }

    /**
     * An estate file that declares all of them.
     *
     * @param account by which they are reached
     * @param values of all of them, as lines
     */
    Path estateFile(String account, String values) throws IOException {
        String declared =
                hosts.stream()
                        .map(host -> "[host " + host.name() + "]\naddress = " + host.address())
                        .collect(Collectors.joining("\n\n"));
        return Files.writeString(
                folder.resolve("estate.ini"),
                """
                [DEFAULT]
                ssh.user = %s
                ssh.identity = %s
                %s
                %s
                """
                        .formatted(account, lab.identity(), values, declared));
    }

    Path ansibleInventory() throws IOException {
        return ansibleInventory("");
    }

    /**
     * The same for Ansible.
     *
     * @param values of all of them, as lines
     */
    Path ansibleInventory(String values) throws IOException {
        return Files.writeString(
                folder.resolve("inventory-" + count()),
                String.join("\n", names()) + "\n[all:vars]\n" + values);
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
