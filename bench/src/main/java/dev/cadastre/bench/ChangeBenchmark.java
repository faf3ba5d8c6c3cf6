package dev.cadastre.bench;

import dev.cadastre.api.CollectionProgress;
import dev.cadastre.api.CollectionRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes of hosts by the command line and a server, as a team does them: one command beside {@code
 * ssh}, a whole application beside the same playbook, many commands on one host beside {@code ssh}
 * over a connection that is kept. All take turns.
 */
final class ChangeBenchmark implements Benchmark {

    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 5;
    private static final int PLAYS = 2;

    /** A play on a hundred hosts takes minutes, so that chance matters little. */
    private static final int PLAYS_OF_ALL = 1;

    private static final int WARM_UPS = 3;
    private static final int JOBS = 20;
    private static final String FAR = "far";
    private static final long DELAY_NANOS = 5_000_000;
    private static final long GLANCE_MILLIS = 20;

    private static final double WANTED_OF_SSH = 1.0;
    private static final double WANTED_OF_ANSIBLE = 10;
    private static final double WANTED_OF_KEPT_SSH = 1.2;

    @Override
    public String name() {
        return "change";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path folder = Files.createDirectory(surroundings.scratch().resolve("changes"));
        try (LabHosts hosts = LabHosts.plain(surroundings.scratch(), surroundings.hosts() + 1)) {
            String last = hosts.names().getLast();
            InetAddress here = InetAddress.getByName("10.77.255.254");
            try (DelayedWay way = DelayedWay.to(hosts.ssh(last), here, DELAY_NANOS);
                    RunningServer server = server(surroundings, hosts, way)) {
                hosts.run(script("prepare.sh"));
                LabHosts all = hosts.first(surroundings.hosts());
                LabHosts half = hosts.first(Math.max(1, surroundings.hosts() / 2));
                List<Figure> figures = new ArrayList<>();
                figures.addAll(command(server, half, folder));
                figures.addAll(command(server, all, folder));
                Delivery delivery = Delivery.into(folder.resolve("delivery"));
                figures.addAll(delivery(server, half, delivery, PLAYS));
                figures.addAll(delivery(server, all, delivery, PLAYS_OF_ALL));
                figures.addAll(far(server, hosts, way, folder));
                return figures;
            }
        }
    }

    private static RunningServer server(Surroundings surroundings, LabHosts hosts, DelayedWay way)
            throws IOException {
        Path home = Files.createDirectory(surroundings.scratch().resolve("change"));
        Path estate = hosts.first(surroundings.hosts()).estateFile("root", Delivery.VALUES);
        String far =
                "\n[host %s]\naddress = 10.77.255.254\nssh.port = %d\n".formatted(FAR, way.port());
        Files.writeString(estate, Files.readString(estate) + far);
        return RunningServer.start(
                surroundings.checkout(),
                home,
                List.of("--estate", estate.toString()),
                List.of("cadastre.collection.scheduled=false"));
    }

    private static String script(String name) throws IOException {
        String path = "change/" + name;
        try (InputStream in =
                Objects.requireNonNull(ChangeBenchmark.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Path commands(Path folder, int count) throws IOException {
        StringBuilder text = new StringBuilder("[change]\nname = commands\n");
        for (int i = 1; i <= count; i++) {
            text.append("\n[step true-%d]\nop = command.run\ncommand = true\n".formatted(i));
        }
        Path own = Files.createDirectories(folder.resolve("commands-" + count));
        return Files.writeString(own.resolve("commands.change"), text);
    }

    /** From the command's start to its end, when all is done and kept. */
    static double start(RunningServer server, Path change, List<String> hosts)
            throws IOException, InterruptedException {
        return server.quietCommand(
                        "run", "start", change.toString(), "--on", String.join(",", hosts), "--yes")
                .seconds();
    }

    /** Waits until the hosts have been looked at, as they are after each run. */
    static void settle(RunningServer server, List<String> hosts)
            throws IOException, InterruptedException {
        Client client = server.client();
        CollectionProgress progress =
                client.post(
                        "/api/v1/collections",
                        new CollectionRequest(hosts, null),
                        CollectionProgress.class);
        while (!progress.complete()) {
            Thread.sleep(GLANCE_MILLIS);
            progress = client.get("/api/v1/collections/" + progress.id(), CollectionProgress.class);
        }
    }

    private static List<Figure> command(RunningServer server, LabHosts hosts, Path folder)
            throws IOException, InterruptedException {
        Path change = commands(folder, 1);
        for (int i = 0; i < WARM_UPS; i++) {
            start(server, change, hosts.names());
            settle(server, hosts.names());
        }
        Samples ssh = new Samples();
        Samples ours = new Samples();
        for (int i = 0; i < ROUNDS; i++) {
            ssh.add(Shell.run(Map.of(), "sh", "-c", hosts.overSsh(AT_ONCE, "true")).seconds());
            ours.add(start(server, change, hosts.names()));
            settle(server, hosts.names());
        }
        String where = "one command, %d hosts: ".formatted(hosts.count());
        return List.of(
                Figure.of(where + "ssh, xargs -P" + AT_ONCE, "s", ssh).ofPeer(),
                Figure.of(where + "run start", "s", ours),
                Figure.of(where + "run start ÷ ssh", "×", ours.dividedBy(ssh))
                        .wanted(WANTED_OF_SSH));
    }

    private static List<Figure> delivery(
            RunningServer server, LabHosts hosts, Delivery delivery, int plays)
            throws IOException, InterruptedException {
        Samples first = new Samples();
        Samples again = new Samples();
        Samples firstPlay = new Samples();
        Samples playedAgain = new Samples();
        String values = Delivery.VALUES.replace(" = ", "=");
        Path inventory = hosts.ansibleInventory(values);
        for (int i = 0; i < plays; i++) {
            if (Ansible.available()) {
                firstPlay.add(Ansible.play(hosts, inventory, delivery.playbook()).seconds());
                hosts.run(script("verify.sh"));
                playedAgain.add(unchanged(Ansible.play(hosts, inventory, delivery.playbook())));
                hosts.run(script("reset.sh"));
            }
            first.add(start(server, delivery.change(), hosts.names()));
            settle(server, hosts.names());
            hosts.run(script("verify.sh"));
            again.add(start(server, delivery.change(), hosts.names()));
            settle(server, hosts.names());
            hosts.run(script("reset.sh"));
        }
        String where = "%d jobs, %d hosts".formatted(JOBS, hosts.count());
        List<Figure> figures = new ArrayList<>();
        figures.addAll(compared(where + ", first", first, firstPlay));
        figures.addAll(compared(where + ", no-op", again, playedAgain));
        return figures;
    }

    private static double unchanged(Shell.Ended play) throws IOException {
        if (play.output().lines().anyMatch(line -> line.matches(".*changed=[1-9].*"))) {
            throw new IOException("a playbook changed something twice: " + play.output());
        }
        return play.seconds();
    }

    private static List<Figure> compared(String what, Samples ours, Samples plays) {
        Figure own = Figure.of(what + ": run start", "s", ours);
        return plays.size() == 0
                ? List.of(own)
                : List.of(
                        Figure.of(what + ": ansible-playbook", "s", plays).ofPeer(),
                        own,
                        Figure.of(what + ": Ansible ÷ run start", "×", plays.dividedBy(ours))
                                .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_OF_ANSIBLE));
    }

    /** Both go over a connection that was there before. */
    private static List<Figure> far(
            RunningServer server, LabHosts hosts, DelayedWay way, Path folder)
            throws IOException, InterruptedException {
        Path change = commands(folder, JOBS);
        String ssh =
                "ssh -F %s -p %d -o HostKeyAlias=%s -S %s root@10.77.255.254"
                        .formatted(
                                hosts.sshConfig(),
                                way.port(),
                                hosts.names().getLast(),
                                folder.resolve("kept"));
        Shell.run(Map.of(), "sh", "-c", ssh + " -M -N -f >/dev/null 2>&1");
        String commands =
                "i=0; while [ $i -lt %d ]; do %s true || exit; i=$((i + 1)); done"
                        .formatted(JOBS, ssh);
        Samples peer = new Samples();
        Samples ours = new Samples();
        for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
            double theirs = Shell.run(Map.of(), "sh", "-c", commands).seconds();
            double own = start(server, change, List.of(FAR));
            settle(server, List.of(FAR));
            if (i >= WARM_UPS) {
                peer.add(theirs);
                ours.add(own);
            }
        }
        Shell.run(Map.of(), "sh", "-c", ssh + " -O exit 2>/dev/null");
        String where = "%d commands, 1 host at 10 ms: ".formatted(JOBS);
        return List.of(
                Figure.of(where + "ssh, connection kept", "s", peer).ofPeer(),
                Figure.of(where + "run start", "s", ours),
                Figure.of(where + "run start ÷ ssh", "×", ours.dividedBy(peer))
                        .wanted(WANTED_OF_KEPT_SSH));
    }
}
