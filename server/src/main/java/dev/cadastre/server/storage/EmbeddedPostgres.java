package dev.cadastre.server.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that lives and dies with this server instance. It listens on loopback only, wants a
 * generated password (SCRAM), and is durable: every commit is on disk before it is answered.
 *
 * <p>A postmaster that outlived a killed server instance is stopped at the next start. One that
 * dies while the server runs is started again, as often as it takes.
 */
final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "cadastre";
    static final String DATABASE = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final String password;
    private final int port;
    private volatile @Nullable Process process;
    private volatile boolean closing;

    private EmbeddedPostgres(Path folder, Path programs, String password, int port) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        this.password = password;
        this.port = port;
    }

    /** Starts the database of {@code home}, creating it first when there is none. */
    static EmbeddedPostgres start(Home home) {
        Path folder = home.folder("postgres");
        try {
            Path programs = PostgresBinaries.unpack(folder);
            var postgres = new EmbeddedPostgres(folder, programs, password(folder), freePort());
            postgres.createCluster();
            Postmaster.stopLeftBehind(postgres.data, STOP_LIMIT);
            postgres.launch();
            return postgres;
        } catch (IOException e) {
            throw new StartFailure(
                    "The embedded PostgreSQL in " + folder + " does not start: " + e.getMessage(),
                    "See " + folder.resolve("postgres.log") + ", free disk space and permissions.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(
                    "Interrupted while PostgreSQL started", "Start the server again.", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** The process id of the postmaster. */
    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return running.pid();
    }

    @Override
    public void close() {
        closing = true;
        try {
            Postmaster.stopLeftBehind(data, STOP_LIMIT);
        } catch (IOException e) {
            log.warn("PostgreSQL in {} could not be stopped: {}", data, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The cluster is moved into place whole, so that an interrupted attempt leaves nothing that
     * looks like one.
     */
    private void createCluster() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION"))
                && Files.exists(data.resolve("global/pg_control"))) {
            return;
        }
        Path partial = folder.resolve("data.partial");
        FileTree.delete(partial);
        initialize(partial);
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialize(Path target) throws IOException, InterruptedException {
        Path passwordFile = folder.resolve("password");
        Process initdb =
                new ProcessBuilder(
                                command(
                                        "initdb",
                                        "--pgdata=" + target,
                                        "--username=" + USER,
                                        "--auth=scram-sha-256",
                                        "--pwfile=" + passwordFile,
                                        "--data-checksums",
                                        "--encoding=UTF8",
                                        "--locale=C.UTF-8"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("initdb.log").toFile())
                        .start();
        if (!initdb.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new IOException(
                    "initdb failed: " + Files.readString(folder.resolve("initdb.log")).strip());
        }
    }

    private void launch() throws IOException, InterruptedException {
        Process started =
                new ProcessBuilder(
                                command(
                                        "postgres",
                                        "-D",
                                        data.toString(),
                                        "-p",
                                        Integer.toString(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories=",
                                        "-c",
                                        "max_connections=64",
                                        "-c",
                                        "shared_buffers=128MB",
                                        "-c",
                                        "max_wal_size=1GB",
                                        "-c",
                                        "jit=off",
                                        "-c",
                                        "timezone=UTC",
                                        "-c",
                                        "log_timezone=UTC"))
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("postgres.log").toFile()))
                        .start();
        process = started;
        Postmaster.awaitReady(data, started, START_LIMIT);
        Thread.ofVirtual().name("postgres-watch").start(() -> watch(started));
    }

    private void watch(Process started) {
        try {
            started.waitFor();
            launchAgain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launchAgain() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!closing) {
            log.error("PostgreSQL ended unexpectedly; starting it again");
            try {
                Postmaster.stopLeftBehind(data, STOP_LIMIT);
                launch();
                if (closing) {
                    Postmaster.stopLeftBehind(data, STOP_LIMIT);
                }
                return;
            } catch (IOException e) {
                // Its children may hold the shared memory for a moment longer than it lived.
                log.error(
                        "PostgreSQL did not come back yet: {}. See {}; it is tried again in {} ms",
                        e.getMessage(),
                        folder.resolve("postgres.log"),
                        pause.toMillis());
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = longer(pause);
            }
        }
    }

    /** The pause after one that was of no avail. */
    static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace it is nobody, yet owns its
            // files.
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Path partial = folder.resolve("password.partial");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    partial, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            Files.move(partial, file);
        }
        return Files.readString(file);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
