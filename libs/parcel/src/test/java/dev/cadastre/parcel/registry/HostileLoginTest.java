package dev.cadastre.parcel.registry;

import static dev.cadastre.parcel.registry.FakeServer.bytes;
import static dev.cadastre.parcel.registry.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Registries that want to know who asks, or send elsewhere. */
class HostileLoginTest extends HostileRegistry {

    @Test
    void fetchesATokenOnceAndKeepsIt() throws Exception {
        String challenge =
                "Bearer realm=\"http://%s/token\",service=\"fake\",scope=\"repository:team/guestbook:pull\""
                        .formatted(server.authority());
        server.on(
                        MANIFEST,
                        status(401, "", "WWW-Authenticate", challenge),
                        bytes(200, PARCEL.manifest().bytes(), "Content-Type", Manifest.MEDIA_TYPE))
                .on(
                        "GET /token?service=fake&scope=repository%3Ateam%2Fguestbook%3Apull",
                        status(200, "{\"token\":\"abc\",\"expires_in\":300}"));

        RegistryRepository repository =
                repository((host, name) -> Optional.of(Login.of("ops", "secret")));
        assertThat(repository.manifest("1")).isPresent();
        assertThat(repository.manifest("1")).isPresent();

        assertThat(server.heard())
                .containsExactly(
                        MANIFEST,
                        "GET /token?service=fake&scope=repository%3Ateam%2Fguestbook%3Apull"
                                + " [Basic b3BzOnNlY3JldA==]",
                        MANIFEST + " [Bearer abc]",
                        MANIFEST + " [Bearer abc]");
    }

    @Test
    void sendsNoLoginWhereAnybodyCouldReadIt() {
        server.on(
                MANIFEST,
                status(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer realm=\"http://tokens.example/\",service=\"fake\""));

        assertRefused(
                Reason.WRONG_ANSWER,
                "http://tokens.example/, which is no address by HTTPS",
                () ->
                        repository((host, name) -> Optional.of(Login.of("ops", "secret")))
                                .manifest("1"));
    }

    @Test
    void tellsNobodyElseWhoAsks() throws Exception {
        FakeServer other = nowhere();
        other.on("GET /store/1?key=2", bytes(200, CONTENT));
        server.on(
                BLOB,
                status(401, "", "WWW-Authenticate", "Basic realm=\"fake\""),
                status(307, "", "Location", "http://" + other.authority() + "/store/1?key=2"));

        byte[] content =
                repository((host, name) -> Optional.of(Login.of("ops", "secret")))
                        .read(PAYLOAD, 1 << 20);

        assertThat(content).isEqualTo(CONTENT);
        assertThat(server.heard()).containsExactly(BLOB, BLOB + " [Basic b3BzOnNlY3JldA==]");
        assertThat(other.heard()).containsExactly("GET /store/1?key=2");
    }

    @Test
    void goesNowhereByPlainHttpAndInNoCircle() {
        server.on(BLOB, status(302, "", "Location", "http://store.example/1?secret=2"));
        assertRefused(
                Reason.WRONG_ANSWER,
                "sends us to http://store.example/1, which is no address by HTTPS",
                this::pulled);

        server = nowhere();
        server.on(BLOB, status(302, "", "Location", BLOB.substring(4)));
        assertRefused(Reason.WRONG_ANSWER, "in a circle", this::pulled);
    }
}
