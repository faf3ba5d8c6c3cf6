package dev.cadastre.cli;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Has a change, and a host that a real sshd of this machine is. */
abstract class OfflineRuns {

    @TempDir Path folder;

    Path home;
    Path change;
    Path target;
    Sshd sshd;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        change = Files.createDirectories(folder.resolve("shop")).resolve("shop.change");
        target = Files.createDirectories(folder.resolve("etc"));
        sshd = Sshd.start(Files.createDirectories(folder.resolve("sshd")), home);
    }

    @AfterEach
    void stop() {
        sshd.close();
    }

    Terminal terminal() {
        return new Terminal(home);
    }

    Terminal.Outcome run(String... words) {
        return terminal().run(words);
    }

    /** A change that opens the bundle, does these steps and closes it. */
    void steps(String steps) throws IOException {
        Files.writeString(
                change,
                """
                [change]
                name = shop
                summary = The shop

                [step open]
                op = bundle.open
                bundle = shop

                %s
                [step close]
                op = bundle.close
                """
                        .formatted(steps));
    }

    void configuration() throws IOException {
        Files.writeString(change.resolveSibling("shop.conf"), "port = 8080\n");
        steps(
                """
                [step configuration]
                op = files.copy
                source = shop.conf
                target = %s/shop.conf
                """
                        .formatted(target));
    }

    String[] words(String verb, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "run",
                                verb,
                                change.toString(),
                                "--offline",
                                "--host",
                                sshd.host()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    Json latest() throws JsonReader.NotJson {
        return JsonReader.read(run("run", "show", "latest", "-o", "json").out());
    }
}
