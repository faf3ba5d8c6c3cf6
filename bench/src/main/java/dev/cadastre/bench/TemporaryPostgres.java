package dev.cadastre.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The distribution's PostgreSQL with a cluster in a folder of its own, and the settings that a
 * server's own PostgreSQL has. Closing it stops it.
 */
final class TemporaryPostgres implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";
    private static final long START_SECONDS = 30;
    private static final long BETWEEN_LOOKS_MS = 100;

    private final AccountProgram program;
    private final int port;
    private final String password;

    private TemporaryPostgres(AccountProgram program, int port, String password) {
        this.program = program;
        this.port = port;
        this.password = password;
    }

    /** The folder of the newest one's programs; empty if none is installed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(INSTALLED, "[0-9]*")) {
            return StreamSupport.stream(versions.spliterator(), false)
                    .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(
                            Comparator.comparingInt(
                                    version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        }
    }

    /** Starts one that listens on loopback, and returns when it answers. */
    static TemporaryPostgres start(Path folder) throws IOException, InterruptedException {
        Path programs = programs().orElseThrow(() -> new IOException("There is no PostgreSQL"));
        AccountProgram.folder(folder, USER);
        String password = password();
        Path data = initialize(programs, folder, password);
        int port = freePort();
        List<String> command =
                List.of(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-clisten_addresses=127.0.0.1",
                        "-cunix_socket_directories=",
                        "-cmax_connections=64",
                        "-cshared_buffers=128MB",
                        "-cmax_wal_size=1GB",
                        "-cjit=off");
        AccountProgram program =
                AccountProgram.start(USER, folder.resolve("postgres.log"), command);
        TemporaryPostgres postgres = new TemporaryPostgres(program, port, password);
        try {
            program.await("PostgreSQL answers", postgres::answers, START_SECONDS, BETWEEN_LOOKS_MS);
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
        return postgres;
    }

    private static Path initialize(Path programs, Path folder, String password)
            throws IOException, InterruptedException {
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        Path data = folder.resolve("data");
        List<String> command =
                List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8");
        Shell.run(Map.of(), AccountProgram.as(USER, command).toArray(String[]::new));
        return data;
    }

    static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws SQLException {
        execute(USER, "select 1");
        return true;
    }

    /** Makes a database that belongs to a new user, and has an extension. */
    void create(String database, String owner, String password, String extension)
            throws SQLException {
        execute(
                USER,
                "create role %s login password '%s'".formatted(owner, password),
                "create database %s owner %s".formatted(database, owner));
        execute(database, "create extension " + extension);
    }

    private void execute(String database, String... texts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), USER, password);
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    /** What one of its databases has on disk; the receiver closes it. */
    StoredBytes stored(String database) throws SQLException {
        return StoredBytes.of(url(database), USER, password);
    }

    private String url(String database) {
        return "jdbc:postgresql:" + address(database);
    }

    /** Where a database is, as JDBC names it after the kind of database. */
    String address(String database) {
        return "//127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void close() {
        program.close();
    }
}
