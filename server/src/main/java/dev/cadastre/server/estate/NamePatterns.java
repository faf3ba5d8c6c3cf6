package dev.cadastre.server.estate;

import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import dev.cadastre.probe.PackageType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks names of products' marks, in which {@code *} and {@code ?} stand for others. */
final class NamePatterns {
    /** What the kernel keeps of the name of a process. */
    static final int LONGEST_PROCESS = 15;

    private static final int LONGEST = 100;
    private static final List<String> TYPES =
            Arrays.stream(PackageType.values()).map(PackageType::purlType).toList();

    private NamePatterns() {}

    static Checked<String> name(String text) {
        if (text.chars().allMatch(c -> c == '*' || c == '?')) {
            return new Checked.Invalid<>(
                    Quoted.of(text) + " would recognise everything", "write a part of the name");
        }
        return text.length() <= LONGEST
                ? new Checked.Valid<>(text)
                : new Checked.Invalid<>(
                        Quoted.of(text) + " is longer than " + LONGEST + " characters",
                        "shorten it by *");
    }

    static Checked<String> process(String text) {
        boolean never = text.length() > LONGEST_PROCESS && text.indexOf('*') < 0;
        return never
                ? new Checked.Invalid<>(
                        Quoted.of(text) + " is longer than the kernel's names of processes",
                        "write its first 15 characters, "
                                + Quoted.of(text.substring(0, LONGEST_PROCESS)))
                : name(text);
    }

    /** All programs of root run as root, so that tells nothing. */
    static Checked<String> account(String text) {
        return text.equals("root")
                ? new Checked.Invalid<>(
                        "'root' runs many products, and tells none",
                        "leave it out; name the account that its connections have, if any")
                : name(text);
    }

    static Checked<ProductPackage> ofPackage(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return with(name(text), ProductPackage.OF_SYSTEMS);
        }
        String word = text.substring(0, colon);
        if (!TYPES.contains(word)) {
            String close = Spelling.closest(word, TYPES);
            return new Checked.Invalid<>(
                    Quoted.of(word) + " is no type of package",
                    close == null
                            ? "write one of " + String.join(", ", TYPES)
                            : "did you mean " + close + "?");
        }
        return with(
                name(text.substring(colon + 1)),
                Set.of(PackageType.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    private static Checked<ProductPackage> with(Checked<String> name, Set<PackageType> types) {
        return switch (name) {
            case Checked.Valid<String>(String pattern) ->
                    new Checked.Valid<>(new ProductPackage(types, pattern));
            case Checked.Invalid<String>(String message, String remedy) ->
                    new Checked.Invalid<>(message, remedy);
        };
    }
}
