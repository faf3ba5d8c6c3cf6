package dev.cadastre.acceptance;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Two hosts without compilers, {@code web1} and {@code web2}, that an application is brought to,
 * and {@code db} with its empty database. The account {@code ops} may do everything on the first
 * two, by sudo with a password. Not thread-safe.
 */
final class ApplicationHosts implements AutoCloseable {

    /** What sudo asks for. */
    static final String SUDO_PASSWORD = "swordfish-4711 $HOME 'x'";

    private static final String DATABASE_PASSWORD = "of the laboratory";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final String application;
    private final Lab lab;
    private final List<LabHost> web;
    private final LabHost database;

    private ApplicationHosts(Path folder, String application, Lab lab, List<LabHost> hosts) {
        this.folder = folder;
        this.application = application;
        this.lab = lab;
        this.web = hosts.subList(0, 2);
        this.database = hosts.getLast();
    }

    /** Starts them, with what the role has installed, for an application of that name. */
    static ApplicationHosts start(Path folder, String application, Role role) {
        Lab lab = Lab.open(folder);
        List<LabHost> hosts =
                lab.hosts(
                        List.of(
                                HostSpec.debian("web1").role(role),
                                HostSpec.debian("web2").role(role),
                                HostSpec.debian("db").role(Role.DATABASE)));
        ApplicationHosts started = new ApplicationHosts(folder, application, lab, hosts);
        started.makeDatabase();
        started.web.forEach(started::prepare);
        started.trustHosts();
        return started;
    }

    private void makeDatabase() {
        String version = database.run("ls /etc/postgresql").strip();
        database.run(
                """
                cd /etc/postgresql/%s/main
                echo 'host all %s 10.77.0.0/16 scram-sha-256' >>pg_hba.conf
                printf "listen_addresses = '*'\\nfsync = off\\n" >conf.d/lab.conf
                """
                        .formatted(version, application));
        database.launch(
                        "postgres",
                        "/usr/lib/postgresql/%s/bin/postgres".formatted(version),
                        "-D",
                        "/var/lib/postgresql/%s/main".formatted(version),
                        "-c",
                        "config_file=/etc/postgresql/%s/main/postgresql.conf".formatted(version))
                .awaitCommand("runuser -u postgres -- pg_isready -q");
        sql(
                "postgres",
                "CREATE ROLE %s LOGIN CREATEDB PASSWORD '%s'"
                        .formatted(application, DATABASE_PASSWORD));
        sql("postgres", "CREATE DATABASE %s OWNER %<s".formatted(application));
    }

    private void prepare(LabHost host) {
        host.writeFile("/etc/sudoers.d/ops", "ops ALL=(ALL:ALL) ALL\n");
        host.writeFile("/root/ops.password", "ops:" + SUDO_PASSWORD + "\n");
        host.run("chpasswd </root/ops.password; rm /root/ops.password");
        host.writeFile(
                "/root/%s.pgpass".formatted(application),
                "*:*:*:%s:%s\n".formatted(application, DATABASE_PASSWORD));
        host.run("chmod 0600 /root/%s.pgpass".formatted(application));
    }

    /** Runs without a server trust only hosts that the person has signed in to before. */
    private void trustHosts() {
        try {
            Path known = Files.createDirectories(person().resolve(".ssh")).resolve("known_hosts");
            Files.copy(lab.knownHosts(), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a person who has signed in to the hosts. */
    Path person() {
        return folder.resolve("person");
    }

    List<LabHost> web() {
        return web;
    }

    LabHost web(int number) {
        return web.get(number - 1);
    }

    /** An estate file with the two hosts in the group web, and where their database is. */
    Path estate() {
        EstateText estate =
                new EstateText(lab.identity())
                        .environment("qa")
                        .lines(
                                "database = %s\n[group web]\nenvironment = qa\n"
                                        .formatted(database.address()));
        web.forEach(host ->
                estate.lines(
                        "\n[host %s]\naddress = %s\ngroups = web\n"
                                .formatted(host.name(), host.address())));
        return estate.write(folder.resolve("estate.ini"));
    }

    /** What a statement returns of the application's database, as its lines. */
    String sql(String statement) {
        return sql(application, statement);
    }

    private String sql(String name, String statement) {
        return database.run(
                        "cd / && runuser -u postgres -- psql -qXAt -v ON_ERROR_STOP=1 -d %s <<'SQL'\n%s\nSQL"
                                .formatted(name, statement))
                .strip();
    }

    /** Lets whoever reads or writes that table wait until this is closed. */
    TableLock lock(String table) {
        database.launch(
                        "postgres",
                        "psql",
                        "-qX",
                        "-d",
                        application,
                        "-c",
                        "BEGIN; LOCK TABLE %s; SELECT 'held', pg_sleep(3600)".formatted(table))
                .awaitCommand("true");
        Waiting.until(
                LIMIT,
                () ->
                        sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'BEGIN; LOCK%'"
                                        + " AND wait_event = 'PgSleep'")
                                .equals("1"),
                () ->
                        "nobody holds the lock: "
                                + sql("SELECT query, wait_event FROM pg_stat_activity"));
        return new TableLock();
    }

    /** A lock on a table. */
    final class TableLock implements AutoCloseable {

        private TableLock() {}

        /** Returns when somebody waits for it. */
        void awaitWaiting() {
            Waiting.until(
                    LIMIT,
                    () -> !sql("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("0"),
                    () -> "nobody waits for the table");
        }

        @Override
        public void close() {
            sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE"
                            + " 'BEGIN; LOCK%'");
        }
    }

    @Override
    public void close() {
        lab.close();
    }
}
