package dev.cadastre.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code postmaster.pid} tells of a PostgreSQL: line 1 is the process id, line 8 the status
 * ({@code ready} once it accepts connections), as written by PostgreSQL's miscinit.c.
 */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final int STATUS_LINE = 7;
    private static final String STARTING = "starting";
    private static final String READY = "ready";
    private static final long POLL_MILLISECONDS = 20;

    private Postmaster() {}

    /**
     * Stops the postmaster that works on {@code data}, if one does: first politely, then with
     * force. Returns when it is gone.
     */
    static void stopLeftBehind(Path data, Duration limit) throws IOException, InterruptedException {
        Optional<ProcessHandle> found = find(data);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = found.get();
        log.info("Stopping PostgreSQL, process {}", postmaster.pid());
        signal("INT", postmaster.pid());
        if (!ended(postmaster, limit)) {
            signal("QUIT", postmaster.pid());
            if (!ended(postmaster, limit)) {
                throw new IOException(
                        "Process %d works on %s and does not stop"
                                .formatted(postmaster.pid(), data));
            }
        }
    }

    /**
     * Waits until the postmaster accepts connections. What it does before after a crash takes as
     * long as it takes, and would be begun anew by every further try.
     *
     * @param limit within which it says that it is starting
     */
    static void awaitReady(Path data, Process postmaster, Duration limit)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean told = false;
        String status;
        do {
            status = status(lines(data), postmaster.pid());
            if (status.equals(READY)) {
                return;
            }
            if (postmaster.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw new IOException("postgres ended with status " + postmaster.exitValue());
            }
            if (!told && status.equals(STARTING) && System.nanoTime() >= deadline) {
                told = true;
                log.warn(
                        "PostgreSQL is still starting after {} s, as it may be after a crash; it is"
                                + " waited for",
                        limit.toSeconds());
            }
        } while (status.equals(STARTING) || System.nanoTime() < deadline);
        throw new IOException("postgres was not ready within " + limit.toSeconds() + " s");
    }

    /** Empty unless it is that process's. */
    private static String status(List<String> lines, long pid) {
        return lines.size() > STATUS_LINE && lines.getFirst().strip().equals(Long.toString(pid))
                ? lines.get(STATUS_LINE).strip()
                : "";
    }

    private static Optional<ProcessHandle> find(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> worksOn(process, data));
    }

    /** A process id may have been given to another program since; that one must not be touched. */
    private static boolean worksOn(ProcessHandle process, Path data) {
        try {
            String commandLine =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return commandLine.contains(data.toString()) && commandLine.contains("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && !isZombie(process)) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        }
        return true;
    }

    /**
     * Whether it has ended, and its parent has not asked how: in a container whose first process
     * never asks, it stays in the list of processes, and works on nothing.
     */
    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The state follows the name of the program, which may have parentheses itself.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        // The shell's own: small systems have no program of that name.
        Process kill =
                new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(name, pid)).start();
        if (!kill.waitFor(5, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
        }
    }

    private static List<String> lines(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
