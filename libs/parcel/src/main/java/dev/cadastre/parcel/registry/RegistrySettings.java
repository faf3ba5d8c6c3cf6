package dev.cadastre.parcel.registry;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/**
 * How registries and web servers are asked. Immutable; the client is shared by all who ask.
 *
 * @param http the client, which follows no redirects by itself
 * @param encryption when connections are encrypted
 * @param credentials who asks
 * @param patience how long answers are waited for
 * @param chunk how many bytes of a blob are sent at once; at least 1
 */
public record RegistrySettings(
        HttpClient http,
        RegistryHost.Encryption encryption,
        Credentials credentials,
        Patience patience,
        int chunk) {

    private static final int CHUNK = 64 << 20;

    /**
     * How long answers are waited for.
     *
     * @param attempts how often something is tried; at least 1
     * @param first how long is waited before the second attempt; twice as long before each other
     * @param longest how long is waited at most, also if a registry asks for more
     * @param silence how long a registry may say nothing
     * @param pause waits
     * @param clock tells the time
     */
    public record Patience(
            int attempts,
            Duration first,
            Duration longest,
            Duration silence,
            Pause pause,
            Clock clock) {

        /** Five attempts within about a minute. */
        public static final Patience USUAL =
                new Patience(
                        5,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Pause.SLEEPING,
                        Clock.systemUTC());

        /** How long is waited before an attempt, counted from 1 for the second one. */
        Duration before(int attempt) {
            Duration wait = first.multipliedBy(1L << Math.min(attempt - 1, 20));
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    /**
     * Checks what others rely on.
     *
     * @throws IllegalArgumentException if the client follows redirects, which would take the
     *     credentials elsewhere
     */
    public RegistrySettings {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The client must not follow redirects by itself");
        }
        if (chunk < 1 || patience.attempts() < 1) {
            throw new IllegalArgumentException("There is nothing to be sent, or no attempt");
        }
    }

    /** Encrypted but for this machine, with the certificates that Java trusts. */
    public static RegistrySettings usual(Credentials credentials) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(20))
                        .build();
        return new RegistrySettings(
                http, RegistryHost.Encryption.USUAL, credentials, Patience.USUAL, CHUNK);
    }

    /** The same, encrypted otherwise. */
    public RegistrySettings with(RegistryHost.Encryption other) {
        return new RegistrySettings(http, other, credentials, patience, chunk);
    }
}
