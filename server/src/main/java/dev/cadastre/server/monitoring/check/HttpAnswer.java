package dev.cadastre.server.monitoring.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an HTTP server answers.
 *
 * @param status of three digits
 * @param headers in their order
 * @param text the body as far as it was read
 * @param size the bytes of that
 * @param cut whether there is more of it
 */
record HttpAnswer(int status, List<HttpHeader> headers, String text, int size, boolean cut) {

    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset=\"?([a-z0-9._-]{1,40})\"?");

    HttpAnswer {
        headers = List.copyOf(headers);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(HttpHeader::value)
                .findFirst();
    }

    /** Of a body in the characters that it is told to be in, or in UTF-8. */
    static HttpAnswer of(int status, List<HttpHeader> headers, byte[] body, boolean cut) {
        Charset charset =
                headers.stream()
                        .filter(header -> header.is("Content-Type"))
                        .findFirst()
                        .map(header -> charset(header.value()))
                        .orElse(StandardCharsets.UTF_8);
        return new HttpAnswer(status, headers, new String(body, charset), body.length, cut);
    }

    private static Charset charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Whether it says that what is asked for is elsewhere, and where. */
    Optional<String> redirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> header("Location");
            default -> Optional.empty();
        };
    }
}
