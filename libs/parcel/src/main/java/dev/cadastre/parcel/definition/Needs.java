package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.LooseRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a host must have before anything is touched there. Immutable.
 *
 * @param memory bytes in all
 * @param disk free bytes
 * @param ports TCP ports that nobody else listens on
 * @param runtimes commands in these versions, all of them
 * @param systems one of these; each if there are none
 * @param architectures one of these; each if there are none
 */
public record Needs(
        Optional<Long> memory,
        Optional<Disk> disk,
        List<Integer> ports,
        List<Versions> runtimes,
        List<Versions> systems,
        List<String> architectures) {

    /** The keys of {@code [needs]}. */
    static final Set<String> KEYS = Set.of("memory", "disk", "ports", "runtime", "system", "arch");

    private static final Pattern DIVIDER = Pattern.compile("[ \\t\\n,]+");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._+-]{1,100}");

    /**
     * Free room.
     *
     * @param bytes how much
     * @param folder where: the path of a folder
     */
    public record Disk(long bytes, String folder) {}

    /**
     * Versions of something that hosts have.
     *
     * @param name a command, or a system as os-release calls it
     * @param range which of its versions do
     */
    public record Versions(String name, LooseRange range) {}

    /** Copies the lists. */
    public Needs {
        ports = List.copyOf(ports);
        runtimes = List.copyOf(runtimes);
        systems = List.copyOf(systems);
        architectures = List.copyOf(architectures);
    }

    /**
     * Reads texts by their keys, with all values put in.
     *
     * @throws IllegalArgumentException if one is not what its key takes; the message says why
     */
    public static Needs read(Map<String, String> texts) {
        return new Needs(
                Optional.ofNullable(texts.get("memory")).map(Needs::bytes),
                Optional.ofNullable(texts.get("disk")).map(Needs::disk),
                words(texts, "ports").stream().map(Needs::port).toList(),
                versions(texts, "runtime"),
                versions(texts, "system"),
                words(texts, "arch").stream().map(Needs::name).toList());
    }

    /** Why a text is none for a key; empty if it is one. */
    static Optional<String> problem(String key, String text) {
        try {
            read(Map.of(key, text));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static long bytes(String text) {
        return Lengths.bytes(text)
                .orElseThrow(() -> wrong(text, "no amount of bytes; write one such as 256M or 2G"));
    }

    private static Disk disk(String text) {
        String[] parts = BLANKS.split(text, 2);
        String folder = parts.length == 1 ? "/" : parts[1];
        if (!folder.startsWith("/") || folder.chars().anyMatch(Character::isISOControl)) {
            throw wrong(folder, "no path of a folder from the root; write one such as 1G /srv");
        }
        return new Disk(bytes(parts[0]), folder);
    }

    private static int port(String text) {
        if (!PORT.matcher(text).matches() || Integer.parseInt(text) > 65_535) {
            throw wrong(text, "no port; write numbers from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static List<Versions> versions(Map<String, String> texts, String key) {
        List<Versions> versions = new ArrayList<>();
        for (String line : texts.getOrDefault(key, "").lines().filter(l -> !l.isBlank()).toList()) {
            String[] parts = BLANKS.split(line.strip(), 2);
            versions.add(
                    new Versions(
                            name(parts[0]), new LooseRange(parts.length == 1 ? "" : parts[1])));
        }
        return versions;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw wrong(text, "no name; write one such as python3 >= 3.9");
        }
        return text;
    }

    private static List<String> words(Map<String, String> texts, String key) {
        return Arrays.stream(DIVIDER.split(texts.getOrDefault(key, "")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("%s is %s".formatted(Quoted.of(text), why));
    }
}
