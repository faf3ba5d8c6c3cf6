package dev.cadastre.cli.app;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.parcel.ParcelName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an app is called, as {@code shop@qa}.
 *
 * @param name without its environment
 */
public record AppName(String name, String environment) {

    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /**
     * One that a person wrote.
     *
     * @throws Failure if it is none
     */
    public static AppName of(String text) {
        int at = text.indexOf('@');
        AppName app = new AppName(text.substring(0, Math.max(at, 0)), text.substring(at + 1));
        if (!ParcelName.isName(app.name()) || !ENVIRONMENT.matcher(app.environment()).matches()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "No app is called " + text,
                    "Write NAME@ENVIRONMENT, as in shop@qa; the name has small letters, digits and"
                            + " dashes.");
        }
        return app;
    }

    /** Where the API has it, or what is below it. */
    public Path path(String... below) {
        List<String> segments = new ArrayList<>(List.of("apps", toString()));
        segments.addAll(List.of(below));
        return Path.of(segments.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return name + "@" + environment;
    }
}
