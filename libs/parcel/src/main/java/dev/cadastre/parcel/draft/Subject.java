package dev.cadastre.parcel.draft;

import dev.cadastre.parcel.ParcelName;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a draft says of the application.
 *
 * @param name of the parcel
 * @param version of the parcel
 * @param summary in one line
 * @param licence an SPDX expression
 * @param port where it listens; 0 if it does not
 */
public record Subject(String name, String version, String summary, String licence, int port) {

    private static final Pattern START_OF_VERSION =
            Pattern.compile("v?(?<numbers>\\d+(\\.\\d+){0,2})(?<label>-[0-9A-Za-z.-]+)?.*");
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_TEXT = 200;
    private static final String FIRST_VERSION = "0.1.0";

    /**
     * Takes what may be said as it is.
     *
     * @throws IllegalArgumentException if a parcel may not be called so
     */
    public Subject {
        if (!ParcelName.isName(name)) {
            throw new IllegalArgumentException(
                    name + " is no name of a parcel: small letters, digits and dashes");
        }
        if (!ParcelName.isVersion(version)) {
            throw new IllegalArgumentException(version + " is no version such as 1.4.2");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(port + " is no port");
        }
    }

    /** What others say of their software, brought to what a parcel may say. */
    static Subject of(String name, String version, String summary, String licence) {
        return new Subject(
                name(name),
                version(version),
                line(summary, "The application " + name),
                licence(licence),
                0);
    }

    /** The same where somebody says so; what is empty stays. */
    public Subject with(String otherName, String otherVersion, int otherPort) {
        return new Subject(
                otherName.isEmpty() ? name : otherName,
                otherVersion.isEmpty() ? version : otherVersion,
                summary,
                licence,
                otherPort);
    }

    private static String name(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String begun = plain.matches("[a-z].*") ? plain : "app-" + plain;
        String cut = begun.length() <= LONGEST_NAME ? begun : begun.substring(0, LONGEST_NAME);
        return cut.replaceAll("-+$", "");
    }

    private static String version(String text) {
        Matcher start = START_OF_VERSION.matcher(text);
        if (!start.matches()) {
            return FIRST_VERSION;
        }
        // Versions by the calendar, such as 2026.01.05, have zeros that no version may begin with.
        String numbers = start.group("numbers").replaceAll("(?<![0-9])0+(?=[0-9])", "");
        String label = start.group("label");
        return Stream.of(numbers + (label == null ? "" : label), numbers)
                .filter(ParcelName::isVersion)
                .findFirst()
                .orElse(FIRST_VERSION);
    }

    private static String line(String text, String otherwise) {
        String line = text.replaceAll("[\\p{C}\\p{Z}\\s\uFFFD]+", " ").strip();
        int end = Math.min(line.length(), LONGEST_TEXT);
        boolean splits = end < line.length() && Character.isLowSurrogate(line.charAt(end));
        return line.isEmpty() ? otherwise : line.substring(0, splits ? end - 1 : end).strip();
    }

    private static String licence(String text) {
        String one = text.strip();
        return one.matches("[A-Za-z0-9.+() -]{1," + LONGEST_TEXT + "}")
                ? one
                : "LicenseRef-unknown";
    }
}
