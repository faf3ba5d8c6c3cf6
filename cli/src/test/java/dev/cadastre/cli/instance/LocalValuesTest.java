package dev.cadastre.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.cli.app.GivenValues;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.RepositoryBases;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.Layer;
import dev.cadastre.parcel.parameters.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalValuesTest {

    @TempDir private Path folder;

    private static final String PORT =
            "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 65535, \"default\": %d}";

    private final LocalValues values =
            new LocalValues(
                    Map.of("cpu.count", "4"),
                    new Passwords(new Random(1)),
                    Set.of(80, 8000, 8001),
                    port -> port == 80 ? Optional.of("nginx (process 812)") : Optional.empty());

    private TriedParcel parcel(
            String name, String definition, String properties, Map<String, String> bindings)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(own.resolve("changes"));
        Files.createDirectories(own.resolve("docs"));
        Files.writeString(own.resolve("docs/index.md"), "# It\n");
        Files.writeString(
                own.resolve("parcel.ini"),
                "[parcel]\nname = %s\nversion = 1.0.0\nsummary = It\nlicence = MIT\n%s"
                        .formatted(name, definition));
        Files.writeString(
                own.resolve("parameters.schema.json"),
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\", \"properties\": {%s}}"
                        .formatted(properties));
        Files.writeString(
                own.resolve("changes/install.change"),
                "[change]\nname = %s\n[step open]\nop = bundle.open\n[step close]\nop = bundle.close\n"
                        .formatted(name));
        try (OpenParcel open = OpenParcel.at(own, new RepositoryBases(List.of()))) {
            ParcelContents contents = open.require(name).contents();
            return new TriedParcel(contents, own, bindings);
        }
    }

    private TriedParcel web(int port) throws IOException {
        return parcel(
                "web",
                """
                provides = http
                [provide http]
                port = ${http.port}
                url = http://${address}:${http.port}/
                [needs]
                ports = ${http.port}
                """,
                "\"http.port\": " + PORT.formatted(port),
                Map.of());
    }

    private static List<Layer> given(TriedParcel parcel, String name, String value) {
        return GivenLayers.of(
                new GivenValues(Map.of(name, value), List.of(), Set.of(name)), parcel.contents());
    }

    @Test
    void portThatNobodyAskedForGivesWay() throws IOException {
        TriedApp app = values.add(web(8000), List.of());

        assertThat(app.ports()).containsExactly(8002);
        assertThat(app.addresses()).containsExactly("http://127.0.0.1:8002/");
    }

    @Test
    void portBelowThoseOfAllBecomesOneAboveThem() throws IOException {
        assertThat(values.add(web(80), List.of()).ports()).containsExactly(8080);
    }

    @Test
    void twoAppsHaveDifferentPorts() throws IOException {
        values.add(web(9000), List.of());
        TriedParcel other =
                parcel(
                        "other",
                        "[needs]\nports = ${port}\n",
                        "\"port\": " + PORT.formatted(9000),
                        Map.of());

        assertThat(values.add(other, List.of()).ports()).containsExactly(9001);
    }

    @Test
    void portThatSomebodyAskedForIsRefusedWithItsHolder() throws IOException {
        TriedParcel web = web(9000);

        assertThatThrownBy(() -> values.add(web, given(web, "http.port", "80")))
                .isInstanceOfSatisfying(
                        Failure.class,
                        e ->
                                assertThat(e.remarks().getFirst())
                                        .isEqualTo(
                                                "http.port = 80: nginx (process 812) listens"
                                                        + " there"));
    }

    @Test
    void listensForThisMachineAloneUnlessSomebodyOrTheSchemaSaysOtherwise() throws IOException {
        TriedParcel free =
                parcel(
                        "free",
                        "",
                        "\"http.address\": {\"type\": \"string\", \"default\": \"0.0.0.0\"}",
                        Map.of());
        TriedParcel bound =
                parcel(
                        "bound",
                        "",
                        "\"http.address\": {\"type\": \"string\", \"default\": \"*\", \"pattern\":"
                                + " \"^[*]$\"}",
                        Map.of());

        assertThat(values.add(free, List.of()).values()).containsEntry("http.address", "127.0.0.1");
        assertThat(values.add(bound, List.of()).values()).containsEntry("http.address", "*");
        assertThat(values.add(free, given(free, "http.address", "0.0.0.0")).values())
                .containsEntry("http.address", "0.0.0.0");
    }

    @Test
    void providerTellsHostPortAndCredentials() throws IOException {
        TriedParcel database =
                parcel(
                        "database",
                        """
                        [provide database]
                        port = ${port}
                        user = ${consumer}
                        password = ${consumer.password}
                        """,
                        "\"port\": " + PORT.formatted(5432),
                        Map.of());
        TriedParcel shop =
                parcel(
                        "the-shop",
                        "requires = database as db\n",
                        "\"db.host\": {\"type\": \"string\", \"from\":"
                                + " \"requirement:db.address\"},\"db.port\": {\"type\": \"integer\","
                                + " \"from\": \"requirement:db.port\"},\"user\": {\"type\": \"string\","
                                + " \"from\": \"requirement:db.user\"},\"password\": {\"type\":"
                                + " \"string\", \"secret\": true, \"from\":"
                                + " \"requirement:db.password\"}",
                        Map.of("db", "database"));

        TriedApp provider = values.add(database, List.of());
        TriedApp app = values.add(shop, List.of());

        String password = app.passwords().get("db");
        assertThat(app.values())
                .containsEntry("db.host", "127.0.0.1")
                .containsEntry("db.port", "5432")
                .containsEntry("user", "the_shop")
                .containsEntry("password", password)
                .containsEntry("db.count", "1");
        assertThat(app.secrets()).contains(password);
        assertThat(app.toString()).isEqualTo("the-shop 1.0.0");
        assertThat(provider.forConsumer("the-shop", "x"))
                .containsEntry("consumer", "the_shop")
                .containsEntry("consumer.password", "x");
    }

    @Test
    void secretsDoNotStandInArguments() throws IOException {
        TriedParcel parcel =
                parcel(
                        "secretive",
                        "",
                        "\"key\": {\"type\": \"string\", \"secret\": true}",
                        Map.of());

        assertThatThrownBy(() -> given(parcel, "key", "x"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("key")
                .hasMessageNotContaining("x;");
    }

    @Test
    void foldersThatOthersLeftAreRemovedAndThoseAtWorkAreNot() throws IOException {
        Path parent = folder.resolve("instances");
        Path left = Files.createDirectories(parent.resolve("try-left/parcel"));
        Files.createFile(parent.resolve("try-left/lock"));
        Files.createFile(left.resolve("file"));

        try (InstanceFolder first = InstanceFolder.create(parent)) {
            assertThat(parent.resolve("try-left")).doesNotExist();
            assertThat(first.path()).isDirectory();
        }
        try (var all = Files.list(parent)) {
            assertThat(all).isEmpty();
        }
    }
}
