package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.api.parcel.ParcelDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parcels that a server does not have yet when they are deployed. */
@Timeout(60)
class AppParcelTest extends ServedApps {

    private static final String SENT = "POST /api/v1/parcels";

    @TempDir private Path home;
    private Path parcel;
    private String repository = "";

    @BeforeEach
    void make() throws IOException {
        parcel = made("site", "requires = store >= 1 as database");
        repository = home.resolve("parcels").toString();
        ok("parcel", "push", made("store", "").toString(), "--to", repository);
        for (String name : List.of("site", "store")) {
            server.on("HEAD /api/v1/parcels/" + name + "/1.0.0", 404, "text/plain", "");
        }
        server.on(SENT, 201, "application/json", "{}");
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
    }

    private Path made(String name, String line) throws IOException {
        Path folder = home.resolve(name);
        ok("parcel", "new", folder.toString(), "--version", "1.0.0", "--port", "0");
        Path definition = folder.resolve("parcel.ini");
        Files.writeString(
                definition,
                Files.readString(definition).replace("\n\n[needs]", "\n" + line + "\n\n[needs]"));
        return folder;
    }

    private String ok(String... words) {
        Terminal.Outcome outcome = new Terminal(home).run(words);
        assertThat(outcome.status()).as(outcome.toString()).isZero();
        return outcome.out();
    }

    private Terminal.Outcome planned(String word, String... more) {
        List<String> words = new ArrayList<>(List.of("app", "deploy", "shop@qa", word, "--plan"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private long sent() {
        return server.lines().stream().filter(SENT::equals).count();
    }

    @Test
    void folderIsBuiltAndSent() {
        Terminal.Outcome planned = planned(parcel.toString());

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.err()).contains("Sending site:1.0.0");
        assertThat(server.body(SENT)).startsWith("oci-layout").contains("site:1.0.0");
        assertThat(sent(PLANS).text("parcel")).contains("site:1.0.0");
    }

    @Test
    void fileIsSentUnlessTheServerHasIt() {
        String file = home.resolve("site-1.0.0.parcel").toString();
        String built = ok("parcel", "build", parcel.toString(), "--to", file);
        has("site", digest(built));

        assertThat(planned(file).status()).isZero();
        assertThat(sent()).isZero();
        assertThat(sent(PLANS).text("parcel")).contains("site:1.0.0");
    }

    @Test
    void signaturesThatTheServerMayNotHaveAreSentOnceMore() {
        String file = home.resolve("site-1.0.0.parcel").toString();
        String built = ok("parcel", "build", parcel.toString(), "--to", file);
        new Terminal(home)
                .variable("CADASTRE_SECRET_PARCEL_KEY", "correct horse")
                .run("parcel", "key", "release", "--to", home.toString());
        new Terminal(home)
                .variable("CADASTRE_SECRET_PARCEL_KEY", "correct horse")
                .run("parcel", "sign", file, "--key", home.resolve("release.key").toString());
        has("site", digest(built));

        planned(file);

        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void anotherContentUnderTheSameVersionIsRefused() {
        has("site", DIGEST);

        Terminal.Outcome refused = planned(parcel.toString());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("The server has another content as site:1.0.0");
        assertThat(server.lines()).doesNotContain(PLANS, SENT);
    }

    @Test
    void whatIsRequiredComesFromTheRepository() throws IOException {
        Path lock = home.resolve("parcel.lock");

        Terminal.Outcome planned =
                planned(parcel.toString(), "--from", repository, "--lock", lock.toString());

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(sent()).isEqualTo(2);
        assertThat(Files.readString(lock)).contains("binding.database = store");
    }

    @Test
    void newestOfARepositoryIsSentWithWhatItRequires() {
        ok("parcel", "push", parcel.toString(), "--to", repository);

        Terminal.Outcome planned = planned("site >= 1", "--from", repository);

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.err()).contains("Sending store:1.0.0").contains("Sending site:1.0.0");
        assertThat(sent(PLANS).text("parcel")).contains("site:1.0.0");
    }

    @Test
    void withoutWhatItRequiresNothingIsSent() {
        ok("parcel", "push", parcel.toString(), "--to", home.resolve("alone").toString());

        Terminal.Outcome refused = planned("site", "--from", home.resolve("alone").toString());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing goes together").contains("parcel.unresolved");
        assertThat(server.lines()).isEmpty();
    }

    @Test
    void brokenFolderIsToldWithAllThatIsWrong() throws IOException {
        Files.delete(parcel.resolve("docs/index.md"));
        Files.delete(parcel.resolve("changes/install.change"));

        Terminal.Outcome refused = planned(parcel.toString());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("parcel.docs-missing").contains("parcel.change-missing");
    }

    @Test
    void wordThatIsNoParcelIsRefusedHere() {
        assertThat(planned("Site!").status()).isEqualTo(2);
        assertThat(planned("site:").err()).contains("site: is no parcel");
        assertThat(planned("none.parcel").status()).isEqualTo(1);
        assertThat(server.lines()).isEmpty();
    }

    private void has(String name, String digest) {
        server.has("/api/v1/parcels/" + name + "/1.0.0");
        server.on(
                "GET /api/v1/parcels/" + name + "/1.0.0",
                new ParcelDetail(
                        new Parcel(
                                name, "1.0.0", digest, "", "", null, List.of(), List.of(),
                                List.of(), 1, "anna", THEN, List.of()),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static String digest(String text) {
        Matcher digest = Pattern.compile("sha256:[0-9a-f]{64}").matcher(text);
        assertThat(digest.find()).isTrue();
        return digest.group();
    }
}
