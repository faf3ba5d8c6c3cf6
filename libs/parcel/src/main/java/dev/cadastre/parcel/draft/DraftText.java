package dev.cadastre.parcel.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of drafts, with {@code @name@} for what is put in. A line that begins with {@code
 * @port:} is there if the application listens, one with {@code @daemon:} if it does not.
 */
final class DraftText {

    private static final String IF_IT_LISTENS = "@port:";
    private static final String IF_IT_DOES_NOT = "@daemon:";
    private static final Pattern NAME = Pattern.compile("@([a-z]+)@");

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
        // In one pass: what is put in may have an @ of its own.
        return NAME.matcher(text)
                .replaceAll(name ->
                        Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
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
