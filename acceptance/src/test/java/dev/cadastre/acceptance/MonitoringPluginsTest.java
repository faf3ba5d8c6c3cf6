package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.peer.PeerHost;
import dev.cadastre.acceptance.peer.PluginCheck;
import dev.cadastre.acceptance.peer.PluginCheck.Place;
import dev.cadastre.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All of the distribution's plug-ins against real servers: what a monitor tells is what a shell
 * sees.
 */
class MonitoringPluginsTest {

    private static final int AT_ONCE = 8;

    /** The plug-ins that can find nothing fine here, and why. They still run and tell that. */
    private static final Map<String, String> NEVER_FINE =
            Map.of(
                    "check_breeze", "calls snmpget as it was before 2002",
                    "check_flexlm", "needs lmstat, which is proprietary",
                    "check_ide_smart", "needs an ATA disk and the rights of root",
                    "check_nt", "needs Windows with NSClient",
                    "check_nwstat", "needs a NetWare server",
                    "check_oracle", "needs Oracle's client, which is proprietary",
                    "check_overcr", "needs Over-CR, which is not in the distribution",
                    "check_sensors", "depends on which sensors the machine has",
                    "check_wave", "calls snmpget as it was before 2002");

    @TempDir private static Path folder;

    private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();
    private static final List<List<PluginCheck>> CHECKS = new ArrayList<>();

    private static PluginRuns runs;

    @BeforeAll
    static void startServers() throws IOException {
        DistributionPostgres postgres = started(DistributionPostgres.start(folder));
        MailBoxes mail = started(MailBoxes.start());
        ChatServer chat = started(ChatServer.start(folder.resolve("chat")));
        Lab lab = started(Lab.open(Files.createDirectory(folder.resolve("lab"))));
        PeerHost peers = PeerHost.start(lab, "peers");
        Path estate =
                new EstateText(lab.identity())
                        .environment("qa")
                        .host(peers.host(), "qa")
                        .write(folder.resolve("estate.ini"));
        // Otherwise those that run others would be refused: negate, check_by_ssh and more.
        RunningServer server =
                started(
                        ServerStart.at(folder.resolve("home"))
                                .option("--estate=" + estate)
                                .property("cadastre.monitoring.refused-plugins", "check_multi")
                                .ready());
        server.awaitOutcome(peers.host().name(), "COLLECTED");
        runs = new PluginRuns(server, peers.host(), lab.sshConfig());

        CHECKS.addAll(peers.checks());
        for (String here :
                List.of(
                        LocalChecks.machine(),
                        LocalChecks.ways(peers.host().address()),
                        LocalChecks.web(URI.create(server.url()).getPort()),
                        LocalChecks.database(postgres.port()),
                        LocalChecks.secureShell(peers.host(), folder, lab.knownHosts()),
                        LocalChecks.chat(chat.port()),
                        mail.checks())) {
            CHECKS.add(PluginCheck.of(Place.SERVER, here));
        }
    }

    private static <T extends AutoCloseable> T started(T server) {
        STARTED.push(server);
        return server;
    }

    @AfterAll
    static void stopServers() {
        AssertionError failed = new AssertionError("not all servers stopped");
        for (AutoCloseable server : STARTED) {
            try {
                server.close();
            } catch (Exception e) {
                failed.addSuppressed(e);
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    @Test
    void tellsOfEachCommandWhatAShellSees() {
        List<CompletableFuture<List<String>>> groups = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (List<PluginCheck> group : CHECKS) {
                groups.add(CompletableFuture.supplyAsync(() -> differences(group), threads));
            }
        }

        assertThat(groups.stream().map(CompletableFuture::join).flatMap(List::stream)).isEmpty();
    }

    private static List<String> differences(List<PluginCheck> group) {
        return group.stream().map(runs::difference).flatMap(Optional::stream).toList();
    }

    @Test
    void leavesNoPluginOutThatCanFindSomethingFine() {
        Set<String> run = plugins(CHECKS.stream().flatMap(List::stream));
        Set<String> fine =
                plugins(
                        CHECKS.stream()
                                .flatMap(List::stream)
                                .filter(check -> check.states().equals("0")));
        Set<String> excused = new TreeSet<>(run);
        excused.removeAll(fine);

        assertThat(run).containsExactlyElementsOf(pluginsOfThePackages());
        assertThat(excused).containsExactlyInAnyOrderElementsOf(NEVER_FINE.keySet());
    }

    private static Set<String> plugins(Stream<PluginCheck> checks) {
        return checks.map(PluginCheck::plugin).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of these packages alone, as others may lay theirs beside them. */
    private static Set<String> pluginsOfThePackages() {
        return Programs.run(
                        "dpkg-query",
                        "--listfiles",
                        "monitoring-plugins-common",
                        "monitoring-plugins-basic",
                        "monitoring-plugins-standard")
                .exited(0)
                .out()
                .lines()
                .map(Path::of)
                .filter(file -> PluginRuns.FOLDER.equals(file.getParent()))
                .map(file -> file.getFileName().toString())
                // What plug-ins share has a suffix.
                .filter(name -> name.indexOf('.') < 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
