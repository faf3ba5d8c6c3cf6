package dev.cadastre.cli.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to ask for: a path of the API with its parameters. Immutable. */
public final class Path {

    private static final String API = "/api/v1";

    /** What a path's reader leaves out or follows, as RFC 3986, 5.2.4 has it. */
    private static final Set<String> NAMELESS = Set.of("", ".", "..");

    private final String text;

    private Path(String text) {
        this.text = text;
    }

    /**
     * Below {@code /api/v1}; each segment is one name, encoded here.
     *
     * @throws Failure if one names nothing: it would make another path
     */
    public static Path of(String... segments) {
        var text = new StringBuilder(API);
        for (String segment : segments) {
            if (NAMELESS.contains(segment)) {
                throw new Failure(
                        Failure.Kind.USAGE,
                        "'%s' is not a name".formatted(segment),
                        "See whether a variable on the command line is empty.");
            }
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
