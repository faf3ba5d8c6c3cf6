package dev.cadastre.manual;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture in two forms, for light surroundings and for dark ones. Markdown has no words for that,
 * so that documents have it as HTML, of which this form alone is understood.
 *
 * @param dark the file for dark surroundings, as the document names it
 * @param light the file for all others
 * @param text what stands for it; free of marks of HTML
 */
public record TwoPictures(String dark, String light, String text) {

    private static final String FILE = "[a-z0-9./-]+\\.png";
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "<picture>\\s*"
                            + "<source media=\"\\(prefers-color-scheme: dark\\)\""
                            + " srcset=\"(?<dark>"
                            + FILE
                            + ")\">\\s*<img src=\"(?<light>"
                            + FILE
                            + ")\" alt=\"(?<text>[^\"<>&]*)\">\\s*</picture>\\s*");

    /** What a block of HTML means; empty if it is anything else. Takes any text. */
    public static Optional<TwoPictures> read(String html) {
        Matcher written = WRITTEN.matcher(html);
        return written.matches()
                ? Optional.of(
                        new TwoPictures(
                                written.group("dark"),
                                written.group("light"),
                                written.group("text")))
                : Optional.empty();
    }
}
