package dev.cadastre.parcel.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The texts of drafts, with {@code @name@} for what is put in. A line that begins with {@code
 * @port:} is there if the application listens, one with {@code @daemon:} if it does not.
 */
final class DraftText {

    private static final String IF_IT_LISTENS = "@port:";
    private static final String IF_IT_DOES_NOT = "@daemon:";

    private DraftText() {}

    static String filled(String resource, Map<String, String> values, boolean listens) {
        String wanted = listens ? IF_IT_LISTENS : IF_IT_DOES_NOT;
        String other = listens ? IF_IT_DOES_NOT : IF_IT_LISTENS;
        String text =
                text(resource)
                        .lines()
                        .filter(line -> !line.startsWith(other))
                        .map(line ->
                                line.startsWith(wanted) ? line.substring(wanted.length()) : line)
                        .collect(Collectors.joining("\n", "", "\n"));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private static String text(String resource) {
        try (InputStream in = DraftText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read from the library's jar", e);
        }
    }
}
