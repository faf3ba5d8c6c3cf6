package dev.cadastre.server.monitoring.check;

import java.util.List;
import java.util.Optional;

/**
 * How something is asked by HTTP, whatever it is.
 *
 * @param address where the host of the address is; empty if its name says so
 * @param family which addresses are tried
 * @param headers besides the usual ones
 * @param credentials with which, if any
 * @param redirects how many are followed
 * @param maxBytes of the body
 */
record HttpSettings(
        Optional<String> address,
        Family family,
        List<HttpHeader> headers,
        Optional<HttpCredentials> credentials,
        int redirects,
        int maxBytes) {

    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    static final Setting<HttpTarget> URL =
            Setting.required(
                    "url", HttpTarget.TYPE, "what is asked for", "https://www.example.com/health");
    private static final Setting<String> ADDRESS =
            Setting.optional(
                    "address",
                    SettingTypes.HOST,
                    "where to connect to in place of the url's host, which stays the one asked for",
                    "${address}");
    private static final Setting<List<HttpHeader>> HEADERS =
            Setting.optional(
                    "headers",
                    SettingTypes.lines(HttpHeader.TYPE),
                    "headers of the request, one on each line",
                    "Accept: application/json");
    private static final Setting<String> USER =
            Setting.optional(
                    "user",
                    SettingTypes.LINE,
                    "the name to sign in with by Basic, with secret as its password",
                    "monitor");
    private static final Setting<String> SECRET =
            Setting.optional(
                    "secret",
                    SettingTypes.SECRET,
                    "NAME of the server's variable CADASTRE_SECRET_NAME with the password of user,"
                            + " or without user a bearer token",
                    "SHOP_HEALTH");
    private static final Setting<Integer> REDIRECTS =
            Setting.defaulted(
                    "redirects",
                    SettingTypes.whole(0, MOST_REDIRECTS),
                    "how many redirects are followed",
                    "5",
                    "0");
    private static final Setting<Integer> MAX_BYTES =
            Setting.defaulted(
                    "maxBytes",
                    SettingTypes.whole(1, MOST_BYTES),
                    "how much of the answer's body is read",
                    "1048576",
                    "65536");

    /** All of them but the url. */
    static final List<Setting<?>> ALL =
            List.of(
                    ADDRESS,
                    Common.FAMILY,
                    HEADERS,
                    USER,
                    SECRET,
                    REDIRECTS,
                    MAX_BYTES,
                    Certificates.ACCEPT,
                    Certificates.DAYS_WARNING,
                    Certificates.DAYS_CRITICAL,
                    Common.TIME_WARNING,
                    Common.TIME_CRITICAL);

    HttpSettings {
        headers = List.copyOf(headers);
    }

    static HttpSettings of(Values values) {
        return new HttpSettings(
                values.find(ADDRESS),
                values.get(Common.FAMILY),
                values.find(HEADERS).orElse(List.of()),
                values.find(SECRET).map(name -> new HttpCredentials(values.find(USER), name)),
                values.get(REDIRECTS),
                values.get(MAX_BYTES));
    }

    static List<SettingProblem> conflicts(Values values) {
        return values.find(USER).isPresent() && values.find(SECRET).isEmpty()
                ? List.of(
                        new SettingProblem(
                                "secret",
                                "There is a user and no secret",
                                "Name the secret with the user's password."))
                : List.of();
    }

    /** A request for the target. */
    HttpCall call(HttpTarget target, String method, String body) {
        return new HttpCall(target, method, headers, body, credentials);
    }
}
