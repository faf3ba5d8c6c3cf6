package dev.cadastre.server.monitoring.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked for by HTTP.
 *
 * @param secure whether by HTTPS
 * @param host without brackets
 * @param port never left out
 * @param path with the query, as it is sent
 */
record HttpTarget(boolean secure, String host, int port, String path) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LONGEST = 4_000;

    static final SettingType<HttpTarget> TYPE =
            text ->
                    refusal(text.strip())
                            .<SettingReading<HttpTarget>>map(why ->
                                    SettingReading.wrong(
                                            "The url cannot be asked for: " + why,
                                            "Write http://HOST/PATH or https://HOST/PATH;"
                                                    + " names and passwords go into user"
                                                    + " and secret."))
                            .orElseGet(() -> SettingReading.read(of(URI.create(text.strip()))));

    /** Why there is nothing to be asked for; empty if there is. */
    static Optional<String> refusal(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        try {
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme());
            if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
                return Optional.of("it is neither http nor https");
            }
            if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                return Optional.of("it has no host");
            }
            return uri.getRawUserInfo() == null
                    ? Optional.empty()
                    : Optional.of("it holds a name or a password");
        } catch (URISyntaxException e) {
            return Optional.of(e.getReason());
        }
    }

    private static HttpTarget of(URI written) {
        URI uri = URI.create(written.toASCIIString());
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        String host = Objects.requireNonNull(uri.getHost(), "refusal() has looked");
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int standard = secure ? HTTPS_PORT : HTTP_PORT;
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new HttpTarget(
                secure,
                bare.toLowerCase(Locale.ROOT),
                uri.getPort() < 0 ? standard : uri.getPort(),
                (path.isEmpty() ? "/" : path) + query);
    }

    /** Where a redirect leads to. */
    HttpTarget redirected(String location) throws CheckFailure {
        try {
            String target = URI.create(this.toString()).resolve(location).toASCIIString();
            Optional<String> refusal = refusal(target);
            if (refusal.isEmpty()) {
                return of(URI.create(target));
            }
            throw badRedirect(location, refusal.get());
        } catch (IllegalArgumentException e) {
            throw badRedirect(location, "it is no address");
        }
    }

    private CheckFailure badRedirect(String location, String why) {
        return CheckFailure.critical(
                host
                        + " redirects to "
                        + Shown.quoted(location)
                        + ", where nothing is asked: "
                        + why,
                "Set redirects = 0 if that is as it should be.");
    }

    boolean hasSameOrigin(HttpTarget other) {
        return secure == other.secure && port == other.port && host.equals(other.host);
    }

    /** What the header Host says. */
    String authority() {
        boolean standard = port == (secure ? HTTPS_PORT : HTTP_PORT);
        String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return standard ? bracketed : bracketed + ":" + port;
    }

    /** The same with a query of its own. */
    HttpTarget with(String otherPath) {
        return new HttpTarget(secure, host, port, otherPath);
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority() + path;
    }
}
