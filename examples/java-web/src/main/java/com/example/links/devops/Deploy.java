package com.example.links.devops;

import static dev.cadastre.change.At.REMOTE;
import static dev.cadastre.change.Job.job;

import dev.cadastre.change.Change;
import dev.cadastre.change.ChangeProgram;
import dev.cadastre.change.EngineOperation.CloseBundle;
import dev.cadastre.change.EngineOperation.OpenBundle;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.EnsureDaemon;
import dev.cadastre.change.operation.EnsureDirectory;
import dev.cadastre.change.operation.EnsureUser;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.MigrateDatabase;
import dev.cadastre.change.operation.RunCommand;
import dev.cadastre.change.operation.RunTest;
import dev.cadastre.change.operation.WaitFor;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the links to their hosts, in the release of this jar. */
public final class Deploy implements ChangeProgram {

    private static final String ACCOUNT = "links";
    private static final String SETTINGS = "/etc/links/links.properties";
    private static final String HOME = "/var/lib/links";
    private static final FileRights OWN = FileRights.mode("0750").ownedBy(ACCOUNT, ACCOUNT);
    private static final int PORT = 8000;

    /** The version of the database that this release works with. */
    static final int SCHEMA = 1;

    private final String release;

    /** For the release of the jar that this class is in. */
    public Deploy() {
        this(
                Objects.requireNonNullElse(
                        Deploy.class.getPackage().getImplementationVersion(), "none"));
    }

    Deploy(String release) {
        this.release = release;
    }

    @Override
    public Change change(Given given) {
        String jar = "/opt/links/%s/links.jar".formatted(release);
        return Change.of(
                "links",
                Stream.of(
                                job(REMOTE, new OpenBundle("links")).named("open"),
                                asRoot(EnsureUser.system(ACCOUNT, HOME), "account"),
                                asRoot(new EnsureDirectory(HOME, OWN), "home"),
                                asRoot(folder("/opt/links/" + release), "folder"),
                                asRoot(new CopyFile("links.jar", jar, FileRights.ANY), "jar"),
                                asRoot(folder("/etc/links"), "configuration"),
                                asRoot(set(given), "settings")
                                        .undoneBy(new BringBack(SETTINGS, release))
                                        .restarting("links"),
                                password(),
                                job(REMOTE, schema("java -jar %s %s".formatted(jar, SETTINGS)))
                                        .named("schema")
                                        .as(ACCOUNT),
                                asRoot(daemon(jar), "daemon"),
                                job(REMOTE, answers()).named("answers"),
                                job(REMOTE, RunTest.file("check-links", address(), release))
                                        .named("test"),
                                job(REMOTE, new CloseBundle()).named("close"))
                        .toArray(Job[]::new));
    }

    private static Job asRoot(Operation operation, String name) {
        return job(REMOTE, operation).named(name).as("root").within(Duration.ofMinutes(2));
    }

    private static EnsureDirectory folder(String path) {
        return new EnsureDirectory(path, FileRights.mode("0755"));
    }

    /** What is the same on all hosts; people may state more in the same file. */
    private SetProperties set(Given given) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("database.host", database(given));
        settings.put("port", Integer.toString(PORT));
        given.find("title").ifPresent(title -> settings.put("title", title));
        return new SetProperties(SETTINGS, settings, release);
    }

    /** All hosts of a run share a database; what the estate states is believed if they agree. */
    private static String database(Given given) {
        Set<String> stated =
                given.hosts().keySet().stream()
                        .map(host -> given.values(host).getOrDefault("database", ""))
                        .collect(Collectors.toSet());
        String only = stated.size() == 1 ? stated.iterator().next() : "";
        if (only.isEmpty()) {
            throw new IllegalArgumentException(
                    "the hosts need one database, and the estate states " + stated);
        }
        return only;
    }

    /** Whoever gives out the password of the database puts it there, in a file of root's alone. */
    private static Job password() {
        String file = HOME + "/.pgpass";
        String command = "install -o links -g links -m 0600 /root/links.pgpass " + file;
        return asRoot(new RunCommand(command, "", file, ""), "password")
                .undoneBy(RunCommand.of("rm -f " + file));
    }

    private static MigrateDatabase schema(String links) {
        return new MigrateDatabase(
                Integer.toString(SCHEMA),
                links + " version",
                links + " copy",
                links + " migrate \"$CADASTRE_VERSION\"",
                links + " discard",
                links + " migrate \"$CADASTRE_VERSION\"");
    }

    private static EnsureDaemon daemon(String jar) {
        String command = "exec java -Xmx64m -jar %s %s serve".formatted(jar, SETTINGS);
        return new EnsureDaemon("links", command, ACCOUNT, "", true, true);
    }

    private static WaitFor answers() {
        return new WaitFor(WaitFor.Form.PORT, "localhost:" + PORT, Duration.ofSeconds(30));
    }

    private static String address() {
        return "http://localhost:%d/".formatted(PORT);
    }
}
