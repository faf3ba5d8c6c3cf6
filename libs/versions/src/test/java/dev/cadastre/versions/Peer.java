package dev.cadastre.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A package manager's own comparison, asked about many pairs in one process. */
final class Peer {
    private static final Path SCRIPTS = Path.of("src/test/resources/peers").toAbsolutePath();

    private final String name;
    private final String packages;
    private final Map<String, String> environment;
    private final List<String> command;

    private Peer(String name, String packages, Map<String, String> environment, String... command) {
        this.name = name;
        this.packages = packages;
        this.environment = environment;
        this.command =
                Arrays.stream(command).map(w -> w.replace("PEERS", SCRIPTS.toString())).toList();
    }

    static Peer dpkg() {
        return new Peer("dpkg", "dpkg", Map.of(), "sh", "PEERS/dpkg.sh");
    }

    static Peer dpkgGrammar() {
        return new Peer("dpkg-valid", "dpkg", Map.of(), "sh", "PEERS/dpkg-valid.sh");
    }

    static Peer rpm() {
        return new Peer("rpm", "rpm", Map.of(), "rpm", "--eval", "%{lua:dofile('PEERS/rpm.lua')}");
    }

    static Peer apk() {
        Map<String, String> go =
                Map.of(
                        "GO111MODULE", "off",
                        "GOPATH", "/usr/share/gocode",
                        "GOFLAGS", "",
                        "GOCACHE", Path.of("target/go").toAbsolutePath().toString());
        return new Peer(
                "apk",
                "golang-go golang-github-knqyf263-go-apk-version-dev",
                go,
                "go",
                "run",
                "PEERS/apk.go");
    }

    /** The distribution's own Python: another one on the path may have no library packaging. */
    static Peer pep440() {
        return new Peer(
                "pep440",
                "python3 python3-packaging",
                Map.of(),
                "/usr/bin/python3",
                "PEERS/pep440.py");
    }

    static Peer semver() {
        return new Peer(
                "semver",
                "nodejs node-semver",
                Map.of("NODE_PATH", "/usr/share/nodejs"),
                "node",
                "PEERS/semver.js");
    }

    static Peer gem() {
        return new Peer("gem", "ruby", Map.of(), "ruby", "PEERS/gem.rb");
    }

    /** One answer for each pair: -1, 0, 1, or what the peer says of versions that it refuses. */
    List<String> compare(List<Pair> pairs) throws IOException, InterruptedException {
        return ask(pairs.stream().map(pair -> pair.a() + "\t" + pair.b()).toList());
    }

    List<String> ask(List<String> questions) throws IOException, InterruptedException {
        Path input = Files.createDirectories(Path.of("target/peers")).resolve(name + ".txt");
        Path output = input.resolveSibling(name + ".answers.txt");
        Files.writeString(
                input, questions.stream().map(q -> q + "\n").collect(Collectors.joining()));
        run(input, output);
        try (Stream<String> lines = Files.lines(output)) {
            List<String> answers = lines.filter(line -> !line.isEmpty()).toList();
            if (answers.size() != questions.size()) {
                throw new AssertionError(
                        "%s gave %d answers to %d questions, see %s"
                                .formatted(name, answers.size(), questions.size(), output));
            }
            return answers;
        }
    }

    private void run(Path input, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        int status;
        try {
            status = builder.start().waitFor();
        } catch (IOException e) {
            throw new AssertionError(lacking(), e);
        }
        if (status != 0) {
            throw new AssertionError(lacking() + " (status " + status + ", its reason is above)");
        }
    }

    private String lacking() {
        return "%s cannot be asked, but this test compares with it: install the packages %s"
                .formatted(command.get(0), packages);
    }
}
