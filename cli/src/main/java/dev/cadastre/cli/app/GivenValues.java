package dev.cadastre.cli.app;

import dev.cadastre.change.run.Secrets;
import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of parameters that a person gives. Its text tells no value, since some are secrets.
 *
 * @param values by name
 * @param files in their order
 * @param spelt the names of those whose values stood in the arguments
 */
public record GivenValues(Map<String, String> values, List<ValuesFile> files, Set<String> spelt) {

    /** Nothing is given. */
    public static final GivenValues NONE = new GivenValues(Map.of(), List.of(), Set.of());

    private static final int MOST_BYTES = 256 << 10;
    private static final Pattern PAIR = Pattern.compile("([a-z][a-z0-9._-]*)=(.*)", Pattern.DOTALL);

    /**
     * A file with values.
     *
     * @param name as it was written
     * @param text what is in it
     */
    public record ValuesFile(String name, String text) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Copies what can be changed. */
    public GivenValues {
        values = Map.copyOf(values);
        files = List.copyOf(files);
        spelt = Set.copyOf(spelt);
    }

    /**
     * What words of a command line give: {@code NAME=VALUE}; {@code NAME=@FILE} for what is in a
     * file; {@code NAME=?} for what the person is asked for; and anything else is a file with
     * values. {@code @@} is an @ at the beginning of a value.
     *
     * @throws Failure if a file cannot be read, or nobody answers
     */
    public static GivenValues read(List<String> words, Secrets secrets) {
        Map<String, String> values = new LinkedHashMap<>();
        List<ValuesFile> files = new ArrayList<>();
        Set<String> spelt = new LinkedHashSet<>();
        for (String word : words) {
            Matcher pair = PAIR.matcher(word);
            if (!pair.matches()) {
                files.add(new ValuesFile(word, text(word, word)));
                continue;
            }
            String name = pair.group(1);
            String value = pair.group(2);
            spelt.remove(name);
            if (value.equals("?")) {
                values.put(name, asked(name, secrets));
            } else if (value.startsWith("@") && !value.startsWith("@@")) {
                values.put(name, withoutLineEnd(text(value.substring(1), word)));
            } else {
                values.put(name, value.startsWith("@@") ? value.substring(1) : value);
                spelt.add(name);
            }
        }
        return new GivenValues(values, files, spelt);
    }

    private static String asked(String name, Secrets secrets) {
        String value = secrets.ask(name, false);
        if (value == null) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Nobody gives a value for " + name,
                    "Type it at a terminal, or write %s=@FILE.".formatted(name));
        }
        return value;
    }

    /** Editors end the last line, too. */
    private static String withoutLineEnd(String text) {
        return text.replaceFirst("\r?\n$", "");
    }

    private static String text(String path, String word) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "There is no file %s, as in “%s”".formatted(path, word),
                    "Write NAME=VALUE, NAME=@FILE, NAME=? or the name of a file with values.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new Failure(
                        Failure.Kind.NO, path + " has more than 256 KiB", "Name another file.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new Failure(Failure.Kind.NO, path + " is not UTF-8", e, "Write it in UTF-8.");
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Cannot read %s: %s".formatted(path, e.getMessage()),
                    e,
                    "Name a file that you can read.");
        }
    }

    /** With some more, which were not spelt out. */
    GivenValues with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new GivenValues(all, files, spelt);
    }

    @Override
    public String toString() {
        return "values of %s, files %s".formatted(values.keySet(), files);
    }
}
