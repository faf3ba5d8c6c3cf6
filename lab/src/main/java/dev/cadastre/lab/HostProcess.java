package dev.cadastre.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One life of a host, from the start of its sshd to the end of its spaces. */
final class HostProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);

    private final String name;
    private final Process guardian;
    private final long init;

    private HostProcess(String name, Process guardian, long init) {
        this.name = name;
        this.guardian = guardian;
        this.init = init;
    }

    /** Starts the host and returns when its sshd listens. */
    static HostProcess start(String name, List<String> words, Path log) {
        Process guardian = launch(name, words, log);
        try {
            awaitSshd(name, guardian, log);
            return new HostProcess(name, guardian, onlyChild(guardian));
        } catch (LabException e) {
            guardian.destroyForcibly();
            throw e;
        }
    }

    private static void awaitSshd(String name, Process guardian, Path log) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!text(log).contains("Server listening on")) {
            if (!guardian.isAlive()) {
                throw new LabException(
                        "host %s could not start; its log: %s".formatted(name, text(log)));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LabException(
                        "host %s did not start within %s; its log: %s"
                                .formatted(name, START_LIMIT, text(log)));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static Process launch(String name, List<String> words, Path log) {
        try {
            return Command.builder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException e) {
            throw new LabException("cannot start host " + name, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel's own list; walking all of /proc for each of a hundred hosts takes too long. */
    private static long onlyChild(Process parent) {
        long pid = parent.pid();
        try {
            Path children = Path.of("/proc/%d/task/%d/children".formatted(pid, pid));
            return Long.parseLong(Files.readString(children).strip());
        } catch (IOException | NumberFormatException e) {
            throw new LabException("process %d has ended, or has not one child".formatted(pid), e);
        }
    }

    /** The host's pid 1 as seen from the laboratory. */
    long init() {
        return init;
    }

    /** Returns when every process of the host has ended. */
    void kill() {
        // The guardian ends only after pid 1, and pid 1 only after all the others.
        ProcessHandle.of(init).ifPresent(ProcessHandle::destroyForcibly);
        try {
            if (!guardian.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new LabException("the processes of host %s do not end".formatted(name));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while host %s was ending".formatted(name), e);
        } finally {
            guardian.destroyForcibly();
        }
    }

    /** Sends a signal to all processes of the host, pid 1 first. */
    void signal(String signal) {
        List<String> words = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(init)));
        guardian.descendants()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != init)
                .map(String::valueOf)
                .forEach(words::add);
        Command.run(words, new byte[0]);
    }
}
