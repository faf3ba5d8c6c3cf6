package dev.cadastre.bench;

import dev.cadastre.api.CollectionProgress;
import dev.cadastre.api.CollectionRequest;
import dev.cadastre.api.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A full inventory of many hosts, beside {@code ssh} that only lists their packages and Ansible
 * that gathers facts and packages. All take turns, so that what else the machine does hits all.
 */
final class CollectBenchmark implements Benchmark {

    private static final int ROUNDS = 3;
    private static final int WARM_UPS = 4;
    private static final int AT_ONCE = 50;
    private static final long BETWEEN_LOOKS_MS = 10;
    private static final double WANTED_FRESH = 1.0;
    private static final double WANTED_KEPT = 0.35;

    @Override
    public String name() {
        return "collect";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        try (LabHosts hosts = LabHosts.start(surroundings.scratch(), surroundings.hosts());
                RunningServer fresh = server(surroundings, hosts, "fresh", "0s");
                RunningServer kept = server(surroundings, hosts, "kept", "1h")) {
            return compare(hosts, fresh.client(), kept.client());
        }
    }

    private static RunningServer server(
            Surroundings surroundings, LabHosts hosts, String name, String keepIdle)
            throws IOException {
        Path home = Files.createDirectory(surroundings.scratch().resolve(name));
        return RunningServer.start(
                surroundings.checkout(),
                home,
                List.of("--estate", hosts.estateFile().toString()),
                List.of(
                        "cadastre.collection.scheduled=false",
                        "cadastre.dispatch.keep-idle=" + keepIdle));
    }

    private List<Figure> compare(LabHosts hosts, Client fresh, Client kept) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            collect(fresh, hosts);
            collect(kept, hosts);
        }
        Samples ssh = new Samples();
        Samples overFresh = new Samples();
        Samples overKept = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            ssh.add(ssh(hosts));
            overFresh.add(collect(fresh, hosts));
            overKept.add(collect(kept, hosts));
        }
        List<Figure> figures =
                new ArrayList<>(
                        List.of(
                                seconds("ssh dpkg-query -W, xargs -P" + AT_ONCE, ssh).ofPeer(),
                                seconds("full inventory, fresh connections", overFresh),
                                seconds("full inventory, kept connections", overKept),
                                ratio("fresh connections ÷ ssh", overFresh.dividedBy(ssh))
                                        .wanted(WANTED_FRESH),
                                ratio("kept connections ÷ ssh", overKept.dividedBy(ssh))
                                        .wanted(WANTED_KEPT)));
        if (Ansible.available()) {
            figures.add(
                    1,
                    seconds("Ansible setup + package_facts, forks 50", Ansible.gather(hosts))
                            .ofPeer());
        }
        return figures;
    }

    private static Figure seconds(String what, Samples samples) {
        return Figure.of(what, "s", samples);
    }

    private static Figure ratio(String what, Samples samples) {
        return Figure.of(what, "×", samples);
    }

    private static double ssh(LabHosts hosts) throws IOException, InterruptedException {
        Shell.Ended ended = Shell.run(Map.of(), "sh", "-c", hosts.listing(AT_ONCE));
        long lines = ended.output().lines().count();
        if (lines < hosts.count() || lines % hosts.count() != 0) {
            throw new IOException("not all hosts listed their packages: %d lines".formatted(lines));
        }
        return ended.seconds();
    }

    /** From asking until the last host's report is stored. */
    private static double collect(Client server, LabHosts hosts)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        CollectionProgress progress =
                server.post(
                        "/api/v1/collections",
                        new CollectionRequest(hosts.names(), null),
                        CollectionProgress.class);
        while (!progress.complete()) {
            Thread.sleep(BETWEEN_LOOKS_MS);
            progress = server.get("/api/v1/collections/" + progress.id(), CollectionProgress.class);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        requireAllCollected(progress, hosts.count());
        return seconds;
    }

    private static void requireAllCollected(CollectionProgress progress, int hosts)
            throws IOException {
        long collected =
                progress.items().stream()
                        .filter(item -> item.outcome().kind() == Outcome.Kind.COLLECTED)
                        .count();
        if (collected != hosts) {
            throw new IOException("%d of %d hosts were collected".formatted(collected, hosts));
        }
    }
}
