package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** No library comes in unseen, and what is known to be wrong with one is found by ourselves. */
@ServerTest
class LibrariesTest {

    private static final Path CHECKED_IN = Path.of("../docs/libraries.cdx.json");
    private static final String REGENERATE =
            "./mvnw -pl server -am test -Dtest=LibrariesTest -Dcadastre.libraries.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    /** A file in a repository of Maven: group, artefact and version are its folders. */
    private static final Pattern LIBRARY =
            Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    @Test
    void areThoseThatAreCheckedIn() throws IOException {
        String now = bill();
        if (Boolean.getBoolean("cadastre.libraries.write")) {
            Files.writeString(CHECKED_IN, now);
        }

        assertThat(Files.readString(CHECKED_IN))
                .as(
                        "A library came, went or changed. See why, and write the list anew: "
                                + REGENERATE)
                .isEqualTo(now);
    }

    @Test
    void areMatchedWithAdvisories() throws IOException {
        ApiClient administrator = ApiClient.administrator(server, access, tokens);
        administrator.post(
                "/api/v1/hosts",
                "{\"address\":\"libraries1\",\"environment\":\"libraries\",\"push\":true}");
        HttpResponse<String> attached =
                administrator.send(
                        administrator
                                .request("/api/v1/hosts/libraries1/sboms/cadastre")
                                .header("Content-Type", "application/octet-stream")
                                .PUT(BodyPublishers.ofFile(CHECKED_IN)));
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(200);

        administrator.post(
                "/api/v1/advisories",
                """
                {"id": "GHSA-9999-libr-0001", "modified": "2026-01-02T03:04:05Z",
                 "affected": [{"package": {"ecosystem": "Maven",
                                           "name": "tools.jackson.core:jackson-databind"},
                   "ranges": [{"type": "ECOSYSTEM",
                               "events": [{"introduced": "3.0.0"}, {"fixed": "99.0.0"}]}]}]}
                """);

        JsonNode found = administrator.get("/api/v1/advisories?host=libraries1").get("items");
        assertThat(found.toString()).contains("GHSA-9999-libr-0001", "99.0.0");
    }

    /** A bill of materials of all libraries that the server and its tests load. */
    private static String bill() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        String components =
                Stream.of(path.split(File.pathSeparator))
                        .map(LIBRARY::matcher)
                        .filter(Matcher::matches)
                        .filter(library -> !library.group(1).equals("dev/cadastre"))
                        .map(LibrariesTest::component)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",\n"));
        return """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
         "metadata": {"component": {"type": "application", "name": "cadastre"}},
         "components": [
        %s
        ]}
        """
                .formatted(components);
    }

    private static String component(Matcher library) {
        String group = library.group(1).replace('/', '.');
        String name = library.group(2);
        String version = library.group(3);
        return """
        {"type": "library", "group": "%1$s", "name": "%2$s", "version": "%3$s",\
         "purl": "pkg:maven/%1$s/%2$s@%3$s"}\
        """
                .formatted(group, name, version);
    }
}
