package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The life of Keycloak and its database, with {@code -Dcadastre.soak=true} and after {@code
 * parcels/fetch}: deployed by names alone, configured, upgraded in vain and well, undone and taken
 * away. Runs wait by themselves until the tests of the parcel are passed.
 */
@EnabledIfSystemProperty(named = "cadastre.soak", matches = "true")
class KeycloakExampleTest {

    private static final Path PARCELS = Programs.CHECKOUT.resolve("parcels");
    private static final Path ARCHIVE = PARCELS.resolve("keycloak/files/keycloak.tar.gz");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** It is built for its database on each host, which takes a processor half a minute. */
    private static final Duration OF_RUNS = Duration.ofMinutes(15);

    @TempDir private Path folder;

    private Lab lab;
    private LabHost identity;
    private LabHost database;
    private RunningServer server;
    private Path repository;

    @BeforeEach
    void start() {
        assertThat(ARCHIVE).as("fetched by parcels/fetch, which has to be run before").exists();
        lab = Lab.open(folder);
        List<LabHost> hosts =
                lab.hosts(
                        List.of(
                                HostSpec.debian("id1").role(Role.JAVA),
                                HostSpec.debian("db1").role(Role.DATABASE)));
        identity = hosts.getFirst();
        database = hosts.getLast();
        EstateText estate =
                new EstateText("root", lab.identity())
                        .lines("\n[team people]\nemail = people@example.test\n")
                        .environment("qa")
                        // Hosts of the laboratory have this one and can fetch no other.
                        .lines("owner = people\nlogin.java.package = openjdk-17-jre-headless\n");
        hosts.forEach(host -> estate.host(host, "qa"));
        server =
                ServerStart.at(folder.resolve("home"))
                        .option("--estate=" + estate.write(folder.resolve("estate.ini")))
                        .ready();
        hosts.forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
        repository = folder.resolve("repository");
        publish("java");
        publish("postgresql");
        publish("keycloak", "--base", repository.toString());
    }

    @AfterEach
    void end() {
        server.close();
        lab.close();
    }

    private void publish(String name, String... options) {
        String file = folder.resolve(name + ".parcel").toString();
        String parcel = PARCELS.resolve(name).toString();
        server.cadastre(
                        Stream.concat(
                                        Stream.of("parcel", "build", parcel, "--to", file),
                                        Stream.of(options))
                                .toArray(String[]::new))
                .exited(0);
        server.cadastre("parcel", "push", file, "--to", repository.toString()).exited(0);
    }

    private Ran app(String... words) {
        return server.cadastreWithin(
                OF_RUNS,
                Stream.of(Stream.of("app"), Stream.of(words), Stream.of("--yes"))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private JsonNode shown() {
        return server.cadastre("api", "GET", "apps/login@qa").exited(0).json();
    }

    private Keycloak at(int port) {
        return new Keycloak(identity, "login", port);
    }

    @Test
    void isDeployedConfiguredUpgradedUndoneAndTakenAway() throws IOException {
        isDeployedByNamesAlone();
        onePortIsConfigured();
        aWrongUpgradeComesBackWithItsDataAndAMendedOneSucceeds();
        allIsUndone();
        leavesNothing();
    }

    private void isDeployedByNamesAlone() {
        app(
                        "deploy",
                        "login@qa",
                        "keycloak",
                        "--from",
                        repository.toString(),
                        "--on",
                        "id1",
                        "--on",
                        "database=db1",
                        "--bind",
                        "database=db")
                .exited(0);
        assertThat(at(8080).token().get("access_token").asString()).isNotEmpty();
        at(8080).makeRealm("shop");
        assertThat(shown().get("bindings").get(0).get("provider").asString()).isEqualTo("db@qa");
        assertThat(server.cadastre("map", "app:login@qa").exited(0).out()).contains("app:db@qa");
        assertThat(server.cadastre("asset", "app:login@qa").exited(0).out()).contains("people");
        server.cadastre("drift", "qa").exited(0);
        awaitAllWell();
    }

    /** Each of its tests, its daemon and what is asked from outside is watched. */
    private void awaitAllWell() {
        Waiting.until(
                PATIENCE,
                () -> {
                    List<JsonNode> all = server.items("monitor", "list");
                    return all.size() >= 5
                            && all.stream()
                                    .allMatch(one -> one.get("state").asString().equals("OK"));
                },
                () -> server.cadastre("monitor", "list").out());
    }

    private void onePortIsConfigured() {
        app("configure", "login@qa", "http.port=8081").exited(0);

        assertThat(at(8081).hasRealm("shop")).isTrue();
        assertThat(app("configure", "login@qa", "http.port=many").exited(1).err())
                .contains("http.port from command line is not taken");
    }

    private void aWrongUpgradeComesBackWithItsDataAndAMendedOneSucceeds() throws IOException {
        Path next = next("26.7.4");
        Path token = next.resolve("tests/token");
        String good = Files.readString(token);
        Files.delete(token);
        Files.writeString(token, "#!/bin/sh\necho 'CRITICAL: wrong on purpose'\nexit 2\n");
        assertThat(token.toFile().setExecutable(true)).isTrue();

        assertThat(
                        app("upgrade", "login@qa", next.toString(), "--base", repository.toString())
                                .exited(1)
                                .err())
                .contains("wrong on purpose");

        assertThat(shown().get("version").asString()).isEqualTo("26.7.3");
        awaitRealm(8081, "shop");
        assertThat(identity.run("ls /opt/login").strip()).isEqualTo("26.7.3");

        Path mended = next("26.7.5");
        assertThat(mended.resolve("tests/token")).hasContent(good);
        app("upgrade", "login@qa", mended.toString(), "--base", repository.toString()).exited(0);

        assertThat(shown().get("version").asString()).isEqualTo("26.7.5");
        assertThat(at(8081).hasRealm("shop")).isTrue();
        assertThat(identity.run("ps -o args -C java")).contains("/opt/login/26.7.5/");
        server.cadastre("drift", "qa").exited(0);
        at(8081).makeRealm("later");
    }

    /** The same program under a version of its own, as what wraps it may be new, too. */
    private Path next(String version) throws IOException {
        Path into = Files.createDirectories(folder.resolve(version)).resolve("keycloak");
        Programs.run("cp", "-r", PARCELS.resolve("keycloak").toString(), into.toString()).exited(0);
        Programs.run(
                        "sh",
                        "-c",
                        "sed -i \"s/26\\.7\\.3/$2/\" \"$1\"/parcel.ini \"$1\"/changes/*",
                        "sh",
                        into.toString(),
                        version)
                .exited(0);
        return into;
    }

    private void allIsUndone() {
        app("undo", "login@qa").exited(0);

        assertThat(shown().get("version").asString()).isEqualTo("26.7.3");
        assertThat(identity.run("ps -o args -C java")).contains("/opt/login/26.7.3/");
        // As it was before the upgrade, and without what was done since.
        awaitRealm(8081, "shop");
        assertThat(at(8081).hasRealm("later")).isFalse();

        app("undo", "login@qa").exited(0);

        awaitRealm(8080, "shop");
    }

    /** What is undone ends with a restart. */
    private void awaitRealm(int port, String realm) {
        Waiting.until(
                PATIENCE,
                () -> isAnswered(port) && at(port).hasRealm(realm),
                () -> identity.run("tail -n 30 /var/lib/cadastre/daemons/login/log"));
    }

    private boolean isAnswered(int port) {
        return identity.run(
                        "curl -sf -o /dev/null localhost:%d/realms/master && echo yes || :"
                                .formatted(port))
                .contains("yes");
    }

    private void leavesNothing() {
        app("remove", "login@qa", "--purge").exited(0);

        assertThat(
                        identity.run(
                                "ls -d /opt/login /etc/login /var/lib/login"
                                        + " /var/lib/cadastre/daemons/login 2>/dev/null || :"))
                .isEmpty();
        assertThat(
                        database.run(
                                "cd / && runuser -u postgres -- psql -qXAt -h"
                                        + " /var/lib/postgresql-apps/db -d login -c"
                                        + " \"SELECT count(*) FROM pg_tables WHERE schemaname ="
                                        + " 'public'\""))
                .isEqualToIgnoringWhitespace("0");
    }
}
