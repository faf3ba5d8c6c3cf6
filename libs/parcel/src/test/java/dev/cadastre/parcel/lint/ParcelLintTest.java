package dev.cadastre.parcel.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a parcel's format allows, and what does not work all the same. */
class ParcelLintTest {

    private static final String CHANGE =
            """
            [change]
            name = shop
            summary = A shop

            [step configuration]
            op = files.template
            template = templates/shop.conf.mustache
            target = /etc/${app}.conf
            """;

    @TempDir private Path folder;

    @BeforeEach
    void aSoundParcel() throws IOException {
        file(
                "parcel.ini",
                """
                [parcel]
                name = shop
                version = 1.0
                summary = A shop
                licence = MIT
                requires = postgresql as database
                """);
        file(
                "parameters.schema.json",
                """
                {"properties": {"http.port": {"type": "integer"}, "title": {"type": "string"},
                 "tags": {"type": "array", "items": {"type": "string"}}}}
                """);
        file("docs/index.md", "# Shop\n");
        file("changes/install.change", CHANGE);
        file("changes/remove.change", CHANGE);
        file("templates/shop.conf.mustache", "port {{http.port}}\n");
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String told() throws IOException {
        ParcelBuilding building = ParcelBuilder.build(folder, Bases.NONE);
        assertThat(building.problems()).isEmpty();
        BuiltParcel parcel = building.parcel().orElseThrow();
        ParcelArtefact artefact =
                ParcelArtefact.open(parcel, parcel.manifest()).artefact().orElseThrow();
        StringBuilder told = new StringBuilder();
        ParcelLint.problems(artefact).forEach(problem -> told.append(problem).append('\n'));
        return told.toString();
    }

    private String template(String text) throws IOException {
        file("templates/shop.conf.mustache", text);
        return told();
    }

    @Test
    void aSoundOneHasNone() throws IOException {
        assertThat(told()).isEmpty();
    }

    @Test
    void aChangeRefersToParametersOnly() throws IOException {
        file("changes/install.change", CHANGE + "owner = ${acount}\ngroup = ${database.user}\n");

        assertThat(told())
                .isEqualTo(
                        "changes/install.change:9: error: there is no parameter acount; add it to the"
                                + " parameters, or to [DEFAULT] of the change"
                                + " [parcel.reference-unknown]\n");
    }

    @Test
    void aChangeFindsMembersOfArrays() throws IOException {
        file("changes/install.change", CHANGE + "owner = ${tags.0}\nmode = ${title.0}\n");

        assertThat(told()).contains("install.change:10: error: there is no parameter title.0");
        assertThat(told()).doesNotContain("tags");
    }

    @Test
    void aChangeNamesFilesOfTheParcel() throws IOException {
        file(
                "changes/install.change",
                CHANGE
                        + """

                        [step program]
                        op = archive.unpack
                        source = files/shop.tar.gz
                        target = /opt/shop

                        [step pages]
                        op = files.copy
                        source = files/${title}/
                        target = /srv/shop

                        [step images]
                        op = files.copy
                        source = files/images/
                        target = /srv/images
                        """);
        file("files/images/one.png", "one");

        assertThat(told())
                .isEqualTo(
                        "changes/install.change:12:10: error: [step program] names"
                                + " files/shop.tar.gz, which is not in the change's folder; put it"
                                + " there, or correct the name [change.file-missing]\n");
        file("files/shop.tar.gz", "an archive");
        assertThat(told()).isEmpty();
    }

    @Test
    void aTemplateRefersToParametersOnly() throws IOException {
        assertThat(template("title {{title}}\n{{! what }}port {{http.prot}} {{app}}\n"))
                .isEqualTo(
                        "templates/shop.conf.mustache:2: error: there is no parameter http.prot; add it"
                                + " to the parameters, or write it as it is called there"
                                + " [parcel.reference-unknown]\n");
    }

    @Test
    void aTemplateFindsWhatItsChangeStates() throws IOException {
        file("changes/install.change", "[DEFAULT]\nCOLOUR = red\n\n" + CHANGE);

        assertThat(template("{{colour}}\n")).isEmpty();
    }

    @Test
    void listsAreOfArraysAndBindings() throws IOException {
        assertThat(
                        template(
                                """
                                {{#tags.each}}{{.}}{{/tags.each}} {{tags.count}} {{tags.0}}
                                {{#database.each}}{{host}}:{{port}}{{/database.each}}
                                """))
                .isEmpty();
    }

    @Test
    void aListOfWhatIsNoneIsToldOnce() throws IOException {
        assertThat(
                        template(
                                "{{#title.each}}{{.}}{{/title.each}}\n{{#hosts.each}}{{.}}{{/hosts.each}}\n"))
                .containsOnlyOnce(":1: error: there is no parameter title;")
                .containsOnlyOnce(":2: error: there is no parameter hosts;");
    }

    @Test
    void whoeverBindsIsKnownWhereThatIsDone() throws IOException {
        String change = CHANGE + "owner = ${consumer}\n";
        file("changes/bind.change", change);

        assertThat(template("{{consumer.password}}\n")).isEmpty();
        file("changes/install.change", change);
        assertThat(told())
                .startsWith("changes/install.change:9: error: there is no parameter consumer");
    }

    @Test
    void aTemplateThatCannotBeFilledIsNone() throws IOException {
        assertThat(template("{{#title}}\n")).contains("[parcel.template-wrong]");
        assertThat(template("{{>title}}\n")).contains("[parcel.template-wrong]");
    }

    @Test
    void allOfAChangeIsWhatAChangeMayBe() throws IOException {
        file("changes/install.change", CHANGE.replace("files.template", "files.tempate"));

        assertThat(told()).startsWith("changes/install.change:6:").contains("files.tempate");
    }

    @Test
    void somethingTakesItAwayAgain() throws IOException {
        Files.delete(folder.resolve("changes/remove.change"));

        assertThat(told())
                .isEqualTo(
                        "parcel.ini: warning: nothing takes away what it installs; write"
                                + " changes/remove.change [parcel.no-removal]\n");
    }
}
