package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeOnThisHostTest {

    private static final Set<Section.Kind> NEVER_HERE =
            Set.of(Section.Kind.PLUGIN, Section.Kind.SNIPPET);

    @ParameterizedTest
    @MethodSource("dev.cadastre.probe.Shells#all")
    void collectsEverythingUnderAnyShell(String shell) throws Exception {
        Report report = new ProbeRun().by(shell.split(" ", -1)).report();

        assertThat(report.sections())
                .allSatisfy(outcome -> assertThat(outcome.status().complete()).isTrue())
                .extracting(outcome -> outcome.section().kind())
                .doesNotContainAnyElementsOf(NEVER_HERE)
                .doesNotHaveDuplicates()
                .hasSize(Section.Kind.values().length - NEVER_HERE.size());
        assertThat(debs(report)).isEqualTo(installedDebs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mawk", "gawk", "original-awk", "busybox"})
    void collectsTheSameWithAnyAwk(String awk, @TempDir Path folder) throws Exception {
        Files.createSymbolicLink(folder.resolve("awk"), Commands.installed(awk));
        Report report = new ProbeRun().programs(folder).report();

        assertThat(report.sections())
                .allSatisfy(outcome -> assertThat(outcome.status().complete()).isTrue());
        assertThat(debs(report)).isEqualTo(installedDebs());
        assertThat(report.fact("memory.total"))
                .isEqualTo(new ProbeRun().report().fact("memory.total"));
    }

    @Test
    void tellsTheMachineAsUnameDoes() throws Exception {
        assertThat(new ProbeRun().report().fact("kernel.arch"))
                .contains(new FactValue.Text(Commands.lines("uname", "-m").get(0)));
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        new ProbeRun().output();

        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void doesNothingIfItArrivesIncomplete() throws Exception {
        String script = Probe.script();
        Process process = new ProcessBuilder("sh").start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.substring(0, script.length() - 200).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void tellsListenersAsTheSocketToolDoes() throws Exception {
        try (ServerSocket v4 = new ServerSocket(0, 5, loopback(4));
                ServerSocket v6 = new ServerSocket(0, 5, loopback(16))) {
            Set<String> before = listenersOfTool();
            Report report = new ProbeRun().report();
            Set<String> after = listenersOfTool();

            Set<String> told =
                    report.listeners().stream()
                            .map(l -> l.protocol() + " " + l.address() + " " + l.port())
                            .collect(Collectors.toCollection(TreeSet::new));
            before.retainAll(after);
            assertThat(told)
                    .containsAll(before)
                    .contains("TCP 127.0.0.1 " + v4.getLocalPort(), "TCP ::1 " + v6.getLocalPort());
            assertThat(
                            report.listeners().stream()
                                    .filter(l -> l.port() == v4.getLocalPort())
                                    .map(Listener::pid))
                    .containsExactly((int) ProcessHandle.current().pid());
        }
    }

    @Test
    void tellsConnectionsWithBothEndsAndTheirProcess() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, loopback(4));
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            Report report = new ProbeRun().report();

            assertThat(report.connections())
                    .filteredOn(c -> c.localPort() == client.getLocalPort())
                    .singleElement()
                    .satisfies(c -> {
                        assertThat(c.state()).isEqualTo(Connection.State.ESTABLISHED);
                        assertThat(c.remotePort()).isEqualTo(accepted.getLocalPort());
                        assertThat(c.remoteAddress()).isEqualTo("127.0.0.1");
                        assertThat(c.process()).isEqualTo("java");
                    });
        }
    }

    @Test
    void tellsConnectionsThatWaitForTheirEnd() throws Exception {
        Set<Integer> ports;
        try (ServerSocket server = new ServerSocket(0, 5, loopback(4));
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            ports = Set.of(client.getLocalPort(), server.getLocalPort());
            client.shutdownOutput();
            assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            accepted.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        Report report = new ProbeRun().report();

        assertThat(report.connections())
                // Others had one of them before, or have it at another address.
                .filteredOn(c -> ports.contains(c.localPort()) && ports.contains(c.remotePort()))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.state()).isEqualTo(Connection.State.TIME_WAIT);
                    assertThat(c.process()).isNull();
                    assertThat(c.uid()).isNull();
                });
    }

    @Test
    void tellsTheRuntimeOfThisTest() throws Exception {
        Report report = new ProbeRun().report();

        String executable = ProcessHandle.current().info().command().orElseThrow();
        assertThat(report.runtimes())
                .filteredOn(runtime -> executable.startsWith(runtime.path() + "/"))
                .singleElement()
                .satisfies(runtime -> {
                    assertThat(runtime.kind()).isEqualTo("java");
                    assertThat(runtime.version()).isEqualTo(System.getProperty("java.version"));
                    assertThat(runtime.usedBy())
                            .extracting(InstalledRuntime.Use::process)
                            .contains("java");
                });
    }

    private static InetAddress loopback(int bytes) throws IOException {
        byte[] address = new byte[bytes];
        address[0] = (byte) (bytes == 4 ? 127 : 0);
        address[bytes - 1] = 1;
        return InetAddress.getByAddress(address);
    }

    private static Set<String> debs(Report report) {
        return report.packages().stream()
                .filter(p -> p.type() == PackageType.DEB)
                .map(p ->
                        String.join(
                                " ",
                                p.name(),
                                p.version(),
                                p.arch(),
                                p.source(),
                                p.sourceVersion()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> installedDebs() throws IOException, InterruptedException {
        String format =
                "${db:Status-Status} ${Package} ${Version} ${Architecture} ${source:Package}"
                        + " ${source:Version}\\n";
        return Commands.lines("dpkg-query", "-W", "-f", format).stream()
                .filter(line -> line.startsWith("installed "))
                .map(line -> line.substring("installed ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As {@code ss} prints them, in the library's form of addresses. */
    private static Set<String> listenersOfTool() throws IOException, InterruptedException {
        Set<String> listeners = new TreeSet<>();
        for (List<String> kind : List.of(List.of("TCP", "-Htln"), List.of("UDP", "-Huln"))) {
            for (String line : Commands.lines("ss", kind.get(1))) {
                String local = line.split("\\s+", -1)[3];
                int colon = local.lastIndexOf(':');
                String address =
                        local.substring(0, colon)
                                .replaceAll("[\\[\\]]|%.*", "")
                                .replaceFirst("^::ffff:", "");
                address = address.equals("*") ? "::" : address;
                listeners.add(kind.get(0) + " " + address + " " + local.substring(colon + 1));
            }
        }
        return listeners;
    }
}
