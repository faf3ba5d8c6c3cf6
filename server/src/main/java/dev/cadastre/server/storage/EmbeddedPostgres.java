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
import javax.sql.DataSource;
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
    static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration SYNC_LIMIT = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * For filling a cluster that is thrown away if that is cut: nothing is written twice, and the
     * disk is waited for once, by {@link #closeFilled}.
     */
    private static final List<String> FILLING =
            List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "wal_level=minimal",
                    "max_wal_senders=0",
                    "autovacuum=off",
                    "max_wal_size=4GB",
                    "checkpoint_timeout=1h",
                    "maintenance_work_mem=256MB");

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final boolean filling;
    private final String password;
    private final int port;
    private volatile @Nullable Process process;
    private volatile boolean closing;

    private EmbeddedPostgres(Path folder, Path data, Path programs, boolean filling)
            throws IOException {
        this.folder = folder;
        this.data = data;
        this.programs = programs;
        this.filling = filling;
        this.password = password(folder);
        this.port = freePort();
    }

    /** Starts the database of {@code home}, creating it first when there is none. */
    static EmbeddedPostgres start(Home home) {
        Path folder = home.folder("postgres");
        Path programs = PostgresBinaries.unpack(folder);
        EmbeddedPostgres postgres = start(folder, folder.resolve("data"), programs, false);
        PostgresBinaries.forgetOthers(programs);
        return postgres;
    }

    /** Starts it on a new cluster in which nothing is safe before {@link #closeFilled}. */
    static EmbeddedPostgres startToFill(Path folder, Path data) {
        return start(folder, data, PostgresBinaries.unpack(folder), true);
    }

    /** Starts a cluster that is there by the programs that it was made by. */
    static EmbeddedPostgres startOld(Path folder, Path data, Path programs) {
        return start(folder, data, programs, false);
    }

    private static EmbeddedPostgres start(Path folder, Path data, Path programs, boolean filling) {
        try {
            var postgres = new EmbeddedPostgres(folder, data, programs, filling);
            postgres.createCluster();
            Postmaster.stopLeftBehind(data, STOP_LIMIT);
            postgres.launchOrStop();
            return postgres;
        } catch (IOException e) {
            throw new StartFailure(
                    "The embedded PostgreSQL in " + folder + " does not start: " + e.getMessage(),
                    remedy(folder),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(
                    "Interrupted while PostgreSQL started", "Start the server again.", e);
        }
    }

    private static String remedy(Path folder) {
        String see =
                "See %s, free disk space and permissions."
                        .formatted(folder.resolve("postgres.log"));
        return isRoot()
                ? see
                        + " If unshare failed, run it as an ordinary account: PostgreSQL does not run"
                        + " as root, and this machine does not allow it a user namespace."
                : see;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
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
        try {
            stop();
        } catch (IOException e) {
            log.warn("PostgreSQL in {} could not be stopped: {}", data, e.getMessage());
        }
    }

    private void stop() throws IOException {
        closing = true;
        try {
            Postmaster.stopLeftBehind(data, STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** How connections are made to it. */
    DataSource dataSource() {
        return PlainConnections.to(url(), USER, password);
    }

    /**
     * Stops it, and has all that is in it reach the disk.
     *
     * @throws IOException if it does not stop, or the disk fails: then it is not whole
     */
    void closeFilled() throws IOException {
        stop();
        try {
            run(command("initdb", "--sync-only", "--pgdata=" + data), SYNC_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
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
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        FileTree.delete(partial);
        initialize(partial);
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialize(Path target) throws IOException, InterruptedException {
        Path passwordFile = folder.resolve("password");
        List<String> initdb =
                command(
                        "initdb",
                        "--pgdata=" + target,
                        "--username=" + USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8");
        if (filling) {
            initdb.add("--no-sync");
        }
        run(initdb, START_LIMIT);
    }

    private void run(List<String> command, Duration limit)
            throws IOException, InterruptedException {
        Process initdb =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("initdb.log").toFile())
                        .start();
        if (!initdb.waitFor(limit.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new IOException(
                    "initdb failed: " + Files.readString(folder.resolve("initdb.log")).strip());
        }
    }

    /** Of what does not start, nothing goes on that nobody would stop. */
    private void launchOrStop() throws IOException, InterruptedException {
        try {
            launch();
        } catch (IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void launch() throws IOException, InterruptedException {
        Process started =
                new ProcessBuilder(
                                serverCommand(
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
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace it is nobody, yet owns its
            // files.
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> serverCommand(String program, String... arguments) {
        List<String> command = command(program, arguments);
        if (filling) {
            FILLING.forEach(setting -> command.addAll(List.of("-c", setting)));
        }
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
