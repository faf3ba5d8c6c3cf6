package dev.cadastre.parcel.registry;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Settings of tests: time passes only where it is written down. */
final class Asking {

    static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Asking() {}

    static RegistrySettings patiently(Credentials credentials, int chunk, List<Duration> pauses) {
        return new RegistrySettings(
                HTTP,
                RegistryHost.Encryption.USUAL,
                credentials,
                new RegistrySettings.Patience(
                        4,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20),
                        pauses::add,
                        Clock.fixed(NOW, ZoneOffset.UTC)),
                chunk);
    }

    static RegistrySettings plainly(List<Duration> pauses) {
        return patiently(Credentials.NONE, 1 << 20, pauses);
    }
}
