package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One value of an app that is configured on all its hosts, which is to render a file, put it in
 * place and be written down as what is there, beside a run of one command that does nothing.
 */
final class AppsBenchmark implements Benchmark {

    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 3;
    private static final double WANTED_OF_COMMAND = 2;
    private static final String APP = "greeting@bench";

    @Override
    public String name() {
        return "apps";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        try (LabHosts hosts = LabHosts.plain(surroundings.scratch(), surroundings.hosts());
                RunningServer server = server(surroundings, hosts)) {
            Path folder = Files.createDirectory(surroundings.scratch().resolve("apps"));
            Path change = ChangeBenchmark.commands(folder, 1);
            deploy(server, parcel(folder), hosts);
            Samples command = new Samples();
            Samples configure = new Samples();
            for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
                double trivial = ChangeBenchmark.start(server, change, hosts.names());
                ChangeBenchmark.settle(server, hosts.names());
                double own = configure(server, "value " + i);
                ChangeBenchmark.settle(server, hosts.names());
                if (i >= WARM_UPS) {
                    command.add(trivial);
                    configure.add(own);
                }
            }
            String where = "%d hosts: ".formatted(hosts.count());
            return List.of(
                    Figure.of(where + "run start of one command", "s", command).ofPeer(),
                    Figure.of(where + "app configure of one value", "s", configure),
                    Figure.of(where + "configure ÷ command", "×", configure.dividedBy(command))
                            .wanted(WANTED_OF_COMMAND));
        }
    }

    private static RunningServer server(Surroundings surroundings, LabHosts hosts)
            throws IOException {
        Path home = Files.createDirectory(surroundings.scratch().resolve("apps-home"));
        Path estate = hosts.estateFile("root", "environment = bench\n\n[environment bench]\n");
        return RunningServer.start(
                surroundings.checkout(),
                home,
                List.of("--estate", estate.toString()),
                List.of("cadastre.collection.scheduled=false"));
    }

    private static void deploy(RunningServer server, Path parcel, LabHosts hosts)
            throws IOException, InterruptedException {
        ChangeBenchmark.settle(server, hosts.names());
        server.quietCommand(
                "app",
                "deploy",
                APP,
                parcel.toString(),
                "--on",
                String.join(",", hosts.names()),
                "--yes");
        ChangeBenchmark.settle(server, hosts.names());
    }

    private static double configure(RunningServer server, String value)
            throws IOException, InterruptedException {
        return server.quietCommand("app", "configure", APP, "words=" + value, "--yes").seconds();
    }

    private static Path parcel(Path folder) throws IOException {
        Path parcel = folder.resolve("greeting");
        write(
                parcel.resolve("parcel.ini"),
                """
                [parcel]
                name = greeting
                version = 1.0.0
                summary = One file with one value
                licence = Apache-2.0
                """);
        write(
                parcel.resolve("parameters.schema.json"),
                """
                {"type": "object",
                 "properties": {"words": {"type": "string", "default": "none"}}}
                """);
        write(parcel.resolve("templates/greeting.mustache"), "{{words}}\n");
        write(parcel.resolve("docs/index.md"), "# A greeting\n");
        write(
                parcel.resolve("changes/install.change"),
                """
                [change]
                name = greeting
                [step greeting]
                op = files.template
                template = templates/greeting.mustache
                target = /etc/greeting
                """);
        return parcel;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
