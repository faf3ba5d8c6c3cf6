package dev.cadastre.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distribution's PuppetDB over a PostgreSQL of its own, both in folders of their own and on
 * loopback, where it talks HTTP without TLS. Closing it stops both.
 */
final class PuppetDb implements AutoCloseable {

    private static final Path JAR = Path.of("/usr/share/puppetdb/puppetdb.jar");
    private static final Path SETTINGS = Path.of("/etc/puppetdb");
    private static final String JAVA = "/usr/bin/java";
    private static final String NAME = "puppetdb";

    /** It compiles itself at each start, which takes more than a minute of a processor. */
    private static final long START_SECONDS = 900;

    /** Often enough for what takes seconds, and no load worth the name. */
    private static final long BETWEEN_LOOKS_MS = 250;

    private final TemporaryPostgres postgres;
    private final AccountProgram program;
    private final String url;

    private PuppetDb(TemporaryPostgres postgres, AccountProgram program, String url) {
        this.postgres = postgres;
        this.program = program;
        this.url = url;
    }

    /** What it needs and this machine does not have; empty if it can be started. */
    static Optional<String> missing() throws IOException {
        if (!Files.exists(JAR)) {
            return Optional.of("there is no " + JAR);
        }
        return TemporaryPostgres.programs().isEmpty()
                ? Optional.of("there is no PostgreSQL")
                : Optional.empty();
    }

    /** The versions of all that takes part, or why it cannot. */
    static Map<String, String> versions() throws IOException, InterruptedException {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return Map.of(NAME, "left out: " + missing.get());
        }
        Path programs = TemporaryPostgres.programs().orElseThrow();
        return Map.of(
                NAME,
                output("dpkg-query", "-W", "-f", "${Version}", NAME),
                "postgresql of puppetdb",
                output(programs.resolve("postgres").toString(), "--version"));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        return Shell.run(Map.of(), command).output().strip();
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param folder where to make a folder for each of the two, which their users may enter
     * @param nodes how many it is to hold
     */
    static PuppetDb start(Path folder, int nodes)
            throws IOException, InterruptedException, SQLException {
        TemporaryPostgres postgres = TemporaryPostgres.start(folder.resolve("postgres"));
        try {
            return start(postgres, AccountProgram.folder(folder.resolve(NAME), NAME), nodes);
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static PuppetDb start(TemporaryPostgres postgres, Path folder, int nodes)
            throws IOException, InterruptedException, SQLException {
        String password = TemporaryPostgres.password();
        postgres.create(NAME, NAME, password, "pg_trgm");
        int port = TemporaryPostgres.freePort();
        Path settings =
                Files.writeString(
                        folder.resolve("puppetdb.ini"),
                        settings(folder, postgres.address(NAME), password, port));
        Files.writeString(folder.resolve("logback.xml"), LOGGING);
        AccountProgram.folder(folder.resolve("var"), NAME);
        AccountProgram program =
                AccountProgram.start(
                        NAME, folder.resolve("puppetdb.log"), command(folder, settings, nodes));
        PuppetDb started = new PuppetDb(postgres, program, "http://127.0.0.1:" + port);
        try {
            started.await("PuppetDB answers", started::answers, START_SECONDS);
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
        return started;
    }

    /** As its unit has it, with as much memory as its manual advises for so many nodes. */
    private static List<String> command(Path folder, Path settings, int nodes) {
        return List.of(
                JAVA,
                "-Xmx" + (128 + nodes) + "m",
                "-Djava.security.egd=/dev/urandom",
                "-cp",
                JAR.toString(),
                "clojure.main",
                "-m",
                "puppetlabs.puppetdb.core",
                "services",
                "--config",
                settings + "," + SETTINGS.resolve("conf.d/auth.conf"),
                "--bootstrap-config",
                SETTINGS.resolve("bootstrap.cfg").toString(),
                "--restart-file",
                folder.resolve("var/restart").toString());
    }

    /** What it is told besides its own defaults. */
    static String settings(Path folder, String database, String password, int port) {
        return """
        [global]
        vardir = %s
        logging-config = %s

        [database]
        subname = %s
        username = puppetdb
        password = %s

        [puppetdb]
        disable-update-checking = true

        [jetty]
        host = 127.0.0.1
        port = %d
        """
                .formatted(
                        folder.resolve("var"),
                        folder.resolve("logback.xml"),
                        database,
                        password,
                        port);
    }

    private static final String LOGGING =
            """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %-5p [%c{2}] %m%n</pattern></encoder>
              </appender>
              <root level="warn"><appender-ref ref="OUT"/></root>
            </configuration>
            """;

    private boolean answers() throws IOException {
        return client().get("/pdb/meta/v1/version").length > 0;
    }

    /** Returns when a question is answered with yes; an IOException if that is not in time. */
    void await(String what, AccountProgram.Question question, long seconds)
            throws IOException, InterruptedException {
        program.await(what, question, seconds, BETWEEN_LOOKS_MS);
    }

    Client client() {
        return new Client(url, null);
    }

    URI address() {
        return URI.create(url);
    }

    /** What it has on disk; the receiver closes it. */
    StoredBytes stored() throws SQLException {
        return postgres.stored(NAME);
    }

    /** Its memory that is in use, without the database's processes, in MB. */
    double residentMb() throws IOException {
        return program.residentMb();
    }

    @Override
    public void close() {
        try (postgres) {
            program.close();
        }
    }
}
