package dev.cadastre.cli.instance;

import dev.cadastre.cli.server.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A root of its own on this machine, by the kernel's spaces for mounts, processes and names. All
 * that runs in it ends, and all that was written in it is gone, when it is closed, and also when
 * this program is killed. The network is the machine's. Thread-safe.
 */
final class Instance implements AutoCloseable {

    private static final String SCRIPT = "instance.sh";
    private static final String READY = "ready";
    private static final int MOST_CHARACTERS = 2000;
    private static final int SECONDS_TO_END = 10;

    /** By which packages are had where the network has a proxy. */
    private static final List<String> PASSED =
            List.of(
                    "http_proxy",
                    "https_proxy",
                    "no_proxy",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "NO_PROXY");

    /** A session of its own: Ctrl-C is for this program alone, which then ends it. */
    private static final List<String> IN_NEW_SPACES =
            List.of(
                    "setsid",
                    "unshare",
                    "--mount",
                    "--pid",
                    "--ipc",
                    "--uts",
                    "--fork",
                    "--kill-child",
                    "--",
                    "sh",
                    "-c");

    private final Process process;
    private final long first;
    private final List<String> environment;

    private Instance(Process process, long first, List<String> environment) {
        this.process = process;
        this.first = first;
        this.environment = List.copyOf(environment);
    }

    /**
     * Makes one.
     *
     * @param name of its host
     * @param variables of this program, of which it gets those of proxies
     * @throws Failure if none can be made here, with what to do
     */
    static Instance start(String name, Map<String, String> variables) {
        List<String> command = new ArrayList<>(IN_NEW_SPACES);
        Process process = null;
        boolean isStarted = false;
        try {
            command.addAll(List.of(script(), SCRIPT, name));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = said(process.inputReader(StandardCharsets.UTF_8));
            if (!said.endsWith(READY + "\n")) {
                throw InstanceRights.unable(said.strip());
            }
            long first = process.children().findFirst().map(ProcessHandle::pid).orElseThrow();
            isStarted = true;
            return new Instance(process, first, environment(variables));
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "setsid or unshare, of util-linux, is not on this machine",
                    e,
                    "Install util-linux.");
        } finally {
            if (process != null && !isStarted) {
                process.destroyForcibly();
            }
        }
    }

    private static String said(BufferedReader reader) throws IOException {
        StringBuilder said = new StringBuilder();
        String line = reader.readLine();
        while (line != null && said.length() < MOST_CHARACTERS) {
            said.append(line).append('\n');
            line = line.equals(READY) ? null : reader.readLine();
        }
        return said.toString();
    }

    private static List<String> environment(Map<String, String> variables) {
        List<String> environment =
                new ArrayList<>(
                        List.of(
                                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                "HOME=/root",
                                "USER=root",
                                "LOGNAME=root",
                                "LANG=C.UTF-8"));
        PASSED.stream()
                .filter(variables::containsKey)
                .forEach(name -> environment.add(name + "=" + variables.get(name)));
        return environment;
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Instance.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What runs these words in it, as its root and in its root folder. */
    List<String> command(List<String> words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "setsid",
                                "--wait",
                                "nsenter",
                                "--target=" + first,
                                "--mount",
                                "--pid",
                                "--ipc",
                                "--uts",
                                "--root",
                                "--wd",
                                "--",
                                "env",
                                "-i"));
        command.addAll(environment);
        command.addAll(words);
        return command;
    }

    /** Where its files are seen from outside for as long as it is there. */
    String root() {
        return "/proc/" + first + "/root";
    }

    /** Does this when it has ended, whoever ended it. */
    void onEnd(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /** Ends it. Kills everything in it at once: there is nothing that could be lost. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            ProcessHandle.of(first)
                    .ifPresent(handle -> {
                        handle.destroyForcibly();
                        handle.onExit()
                                .completeOnTimeout(handle, SECONDS_TO_END, TimeUnit.SECONDS)
                                .join();
                    });
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
