package dev.cadastre.cli.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What to ask for: a path of the API with its parameters. Immutable. */
public final class Path {

    private static final String API = "/api/v1";

    private final String text;

    private Path(String text) {
        this.text = text;
    }

    /** Below {@code /api/v1}; each segment is one name, encoded here. */
    public static Path of(String... segments) {
        var text = new StringBuilder(API);
        for (String segment : segments) {
            text.append('/').append(encode(segment).replace("+", "%20"));
        }
        return new Path(text.toString());
    }

    /** As a person writes it: {@code /…} from the server's root, anything else below the API. */
    public static Path written(String path) {
        return new Path(path.startsWith("/") ? path : API + "/" + path);
    }

    /** With one more parameter; the same if {@code value} is null. */
    public Path with(String name, @Nullable Object value) {
        return value == null
                ? this
                : new Path(
                        text
                                + (text.indexOf('?') < 0 ? '?' : '&')
                                + encode(name)
                                + '='
                                + encode(value.toString()));
    }

    /** Path and parameters, encoded. */
    String text() {
        return text;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
