package dev.cadastre.parcel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A registry that answers as a test wants it to. */
abstract class HostileRegistry {

    static final SampleParcel PARCEL = new SampleParcel("guestbook:1", 3_000);
    static final Descriptor PAYLOAD = PARCEL.payload();
    static final byte[] CONTENT = PARCEL.content(PAYLOAD);
    static final String BLOB = "GET /v2/team/guestbook/blobs/" + PAYLOAD.digest();
    static final String MANIFEST = "GET /v2/team/guestbook/manifests/1";
    static final String UPLOADS = "POST /v2/team/guestbook/blobs/uploads/";

    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    final List<AutoCloseable> open = new ArrayList<>();
    FakeServer server = nowhere();

    FakeServer nowhere() {
        try {
            FakeServer fake = new FakeServer();
            open.add(fake);
            return fake;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void forget() {
        pauses.clear();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    RegistryRepository repository(Credentials credentials) {
        return new Registry(
                        new RegistryHost(server.authority()),
                        Asking.patiently(credentials, 1_000, pauses))
                .repository("team/guestbook");
    }

    RegistryRepository repository() {
        return repository(Credentials.NONE);
    }

    byte[] pulled() throws IOException {
        return repository().read(PAYLOAD, 1 << 20);
    }

    static byte[] from(int at) {
        return Arrays.copyOfRange(CONTENT, at, CONTENT.length);
    }

    static void assertRefused(Reason reason, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RegistryRefused.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(reason);
                            assertThat(e.getMessage()).contains(message);
                            assertThat(e.problem("guestbook:1").code()).isEqualTo(reason.code());
                        });
    }
}
