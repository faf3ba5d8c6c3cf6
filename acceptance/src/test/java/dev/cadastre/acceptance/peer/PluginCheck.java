package dev.cadastre.acceptance.peer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a plug-in, and what a shell has to see of it.
 *
 * @param place who runs it
 * @param states the digits of all states that are right; more than one where it depends on the
 *     machine
 * @param exact whether nothing that it prints changes from one run to the next
 * @param line the plug-in with its arguments, as for a shell
 */
public record PluginCheck(Place place, String states, boolean exact, String line) {

    /** Who runs it. */
    public enum Place {
        /** The server, on its machine. */
        SERVER,
        /** The host, when the server says so. */
        HOST
    }

    private static final Pattern LINE = Pattern.compile("([0-3]+)(=?) (.+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /**
     * Reads lines such as {@code 2= check_dummy 2 'it is hot'}: the states that are right, a = if
     * it is exact, and the command.
     */
    public static List<PluginCheck> of(Place place, String lines) {
        return lines.lines().map(line -> read(place, line)).toList();
    }

    private static PluginCheck read(Place place, String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) {
            throw new IllegalArgumentException("not a check: " + line);
        }
        return new PluginCheck(place, read.group(1), !read.group(2).isEmpty(), read.group(3));
    }

    /** The words of its command; quotes are gone, and nothing else means anything. */
    public List<String> words() {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    /** The file name of the plug-in. */
    public String plugin() {
        return words().getFirst();
    }
}
