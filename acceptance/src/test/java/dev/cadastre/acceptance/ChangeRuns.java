package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Changes that somebody runs from the command line: by a server, or without one. Immutable.
 *
 * @param variables of the command line's environment
 * @param way what follows the change's file, to say who carries it out and where
 * @param person the folder of whoever runs them
 */
record ChangeRuns(Map<String, String> variables, List<String> way, Path person) {

    /** Of a person who reaches the hosts from this machine. */
    static ChangeRuns offline(ApplicationHosts hosts, Path home) {
        List<String> way =
                List.of("--offline", "--estate", hosts.estate().toString(), "--on", "group:web");
        return new ChangeRuns(variables(hosts, home), way, hosts.person());
    }

    /** Of a person who has a server do it. */
    static ChangeRuns by(RunningServer server, ApplicationHosts hosts) {
        return new ChangeRuns(
                variables(hosts, server.home()), List.of("--on", "group:web"), hosts.person());
    }

    private static Map<String, String> variables(ApplicationHosts hosts, Path home) {
        return Map.of(
                "CADASTRE_HOME",
                home.toString(),
                "CADASTRE_SECRET_SUDO",
                ApplicationHosts.SUDO_PASSWORD,
                "JAVA_TOOL_OPTIONS",
                "-Duser.home=" + hosts.person());
    }

    /** The same with other options. */
    ChangeRuns with(String... options) {
        List<String> more = new ArrayList<>(way);
        more.addAll(List.of(options));
        return new ChangeRuns(variables, more, person);
    }

    /** Runs {@code cadastre run} with these words. */
    Ran run(String... words) {
        return Programs.run(variables, "", all(List.of(words)).toArray(String[]::new));
    }

    private static List<String> all(List<String> words) {
        List<String> all = new ArrayList<>(List.of(Programs.CADASTRE.toString(), "run"));
        all.addAll(words);
        return all;
    }

    private List<String> start(Path change) {
        List<String> words = new ArrayList<>(List.of("start", change.toString()));
        words.addAll(way);
        words.addAll(List.of("--yes", "-o", "json"));
        return words;
    }

    /** What a change would change. */
    Ran plan(Path change) {
        List<String> words = new ArrayList<>(List.of("plan", change.toString()));
        words.addAll(way);
        return run(words.toArray(String[]::new));
    }

    /** Runs a change to its end. */
    Ended start(Path change, int status) {
        return ended(run(start(change).toArray(String[]::new)), status);
    }

    /** Goes on with a run, or undoes it. */
    Ended again(String verb, String run, int status) {
        return ended(run(verb, run, "-o", "json"), status);
    }

    /** Goes on with a run, whatever comes of it. */
    Ran resume(String run) {
        return run("resume", run, "-o", "json");
    }

    /** A run as it is. */
    Ended known(String run) {
        return ended(run("show", run, "-o", "json"), 0);
    }

    /** All that is known of a run. */
    JsonNode show(String run) {
        return run("show", run, "-o", "json").exited(0).json();
    }

    private static Ended ended(Ran ran, int status) {
        JsonNode detail = ran.exited(status).json();
        return new Ended(detail.at("/run/id").asString(), detail, ran);
    }

    /** Begins a change, and does not wait for it. */
    Going begin(Path change) {
        return begin(start(change));
    }

    private Going begin(List<String> words) {
        try {
            Path out = Files.createTempFile(person, "run", ".out");
            Path err = Files.createTempFile(person, "run", ".err");
            ProcessBuilder builder = new ProcessBuilder(all(words));
            builder.environment().putAll(new HashMap<>(variables));
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            return new Going(builder.start(), words, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A run that has come to its end.
     *
     * @param id its name
     * @param detail all that is known of it
     * @param ran the command that waited for that
     */
    record Ended(String id, JsonNode detail, Ran ran) {

        String status() {
            return detail.at("/run/status").asString();
        }

        /** How a step went on a host: its status, and whether it changed something. */
        String step(String host, String step) {
            return cells(host, "cells", step);
        }

        /** How it was undone. */
        String undone(String host, String step) {
            return cells(host, "undone", step);
        }

        private String cells(String host, String which, String step) {
            return detail.get("places")
                    .valueStream()
                    .filter(place -> place.get("host").asString("").equals(host))
                    .flatMap(place -> place.get(which).valueStream())
                    .filter(cell -> cell.get("job").asString().equals(step))
                    .map(cell ->
                            cell.get("status").asString()
                                    + (cell.get("changed").asBoolean() ? " changed" : ""))
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A command that may still run.
     *
     * @param process what runs it
     * @param words what it was given
     * @param out what it prints
     * @param err what it says
     */
    record Going(Process process, List<String> words, Path out, Path err) {

        /** The run that it has begun, waiting for it. */
        String id() {
            Waiting.until(
                    java.time.Duration.ofSeconds(60),
                    () -> said().contains("Run ") || !process.isAlive(),
                    () -> "no run was begun: " + said());
            return said().lines()
                    .filter(line -> line.startsWith("Run "))
                    .map(line -> line.substring("Run ".length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no run was begun: " + said()));
        }

        /** What it has said so far. */
        String said() {
            return text(err);
        }

        /** Waits for its end. */
        Ended ended(int status) {
            try {
                if (!process.waitFor(java.time.Duration.ofMinutes(2))) {
                    process.destroyForcibly();
                    throw new AssertionError("no end: " + said());
                }
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
            return ChangeRuns.ended(new Ran(words, process.exitValue(), text(out), said()), status);
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
