package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The embedded database of a running server, as somebody sees it who has the home. */
record EmbeddedDatabase(Path home) {

    private static final String PID = "postgres/data/postmaster.pid";
    private static final int PORT_LINE = 3;

    /** Runs statements, and returns what they print. */
    String sql(String statements) {
        return Programs.run(Map.of("PGPASSWORD", password()), "", words(statements))
                .exited(0)
                .out()
                .strip();
    }

    /** The same where the database may not be up; what it prints is something else then. */
    String tried(String statements) {
        return Files.exists(home.resolve(PID))
                ? Programs.run(Map.of("PGPASSWORD", password()), "", words(statements))
                        .out()
                        .strip()
                : "";
    }

    private String[] words(String statements) {
        return new String[] {
            psql(),
            "--host=127.0.0.1",
            "--port=" + lines(PID).get(PORT_LINE).strip(),
            "--username=cadastre",
            "--dbname=postgres",
            "--set=ON_ERROR_STOP=1",
            "--no-align",
            "--tuples-only",
            "--command=" + statements
        };
    }

    private static String psql() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.sorted().findFirst().orElseThrow().resolve("bin/psql").toString();
        } catch (IOException e) {
            throw new AssertionError("no PostgreSQL of the distribution", e);
        }
    }

    private String password() {
        return lines("postgres/password").getFirst();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
