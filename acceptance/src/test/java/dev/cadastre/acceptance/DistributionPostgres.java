package dev.cadastre.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** A PostgreSQL of the distribution that lets the account cadastre in. Stops when closed. */
final class DistributionPostgres implements AutoCloseable {

    private final Path data;
    private final int port;

    private DistributionPostgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Starts one with its files below a folder, which everybody may enter from then on. */
    static DistributionPostgres start(Path folder) throws IOException {
        // The account of PostgreSQL must be able to reach its folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path own = Files.createDirectory(folder.resolve("postgres"));
        Programs.run("chown", "postgres:", own.toString()).exited(0);
        DistributionPostgres started =
                new DistributionPostgres(own.resolve("data"), Programs.freePort());
        run("initdb", "--auth=trust", "--username=cadastre", "-D", started.data.toString());
        run(
                "pg_ctl",
                "start",
                "--wait",
                "-D",
                started.data.toString(),
                "-l",
                own.resolve("log").toString(),
                "-o",
                "-p %d -k '' -c listen_addresses=127.0.0.1".formatted(started.port));
        return started;
    }

    private static void run(String program, String... arguments) {
        String[] words =
                Stream.of(
                                Stream.of("runuser", "-u", "postgres", "--"),
                                Stream.of(programs().resolve(program).toString()),
                                Stream.of(arguments))
                        .flatMap(part -> part)
                        .toArray(String[]::new);
        Programs.run(words).exited(0);
    }

    private static Path programs() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.sorted().findFirst().orElseThrow().resolve("bin");
        } catch (IOException e) {
            throw new AssertionError("no PostgreSQL of the distribution", e);
        }
    }

    /** Where it listens on the loopback address. */
    int port() {
        return port;
    }

    /** Runs a statement as the one who may do everything. */
    void sql(String statement) {
        run(
                "psql",
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=cadastre",
                "--dbname=postgres",
                "--set=ON_ERROR_STOP=1",
                "--command=" + statement);
    }

    /** Makes a role that owns a database of its name, and is let in by that password alone. */
    void roleWithPassword(String role, String password) throws IOException {
        Path access = data.resolve("pg_hba.conf");
        Files.writeString(
                access,
                "host all %s 127.0.0.1/32 scram-sha-256%n".formatted(role)
                        + Files.readString(access));
        run("pg_ctl", "reload", "-D", data.toString());
        sql("create role %s login password '%s'".formatted(role, password));
        sql("create database %1$s owner %1$s".formatted(role));
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "--mode=fast", "-D", data.toString());
    }
}
