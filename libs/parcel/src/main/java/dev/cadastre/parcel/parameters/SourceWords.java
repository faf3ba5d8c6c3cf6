package dev.cadastre.parcel.parameters;

import dev.cadastre.parcel.ParcelName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How sources are written. */
final class SourceWords {

    private static final Pattern WHOLE =
            Pattern.compile("(?<kind>fact|estate|requirement|generate):(?<what>[!-~]{1,200})");
    private static final Pattern KEY = Pattern.compile("[a-z0-9_][a-z0-9._-]*");
    private static final Pattern PASSWORD = Pattern.compile("password(:(?<length>\\d{1,4}))?");

    private SourceWords() {}

    static Source parse(String from) {
        Matcher words = WHOLE.matcher(from);
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "it is none of fact:NAME, estate:KEY, requirement:BINDING.KEY and"
                            + " generate:password");
        }
        String what = words.group("what");
        return switch (words.group("kind")) {
            case "fact" -> new Source.Fact(what);
            case "estate" -> new Source.Estate(key(what));
            case "requirement" -> provider(what);
            default -> generated(what);
        };
    }

    private static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("a key consists of small letters, digits and ._-");
        }
        return text;
    }

    private static Source.Provider provider(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !ParcelName.isName(text.substring(0, dot))) {
            throw new IllegalArgumentException(
                    "what a provider tells is written as requirement:BINDING.KEY");
        }
        return new Source.Provider(text.substring(0, dot), key(text.substring(dot + 1)));
    }

    private static Source.Generated generated(String text) {
        Matcher password = PASSWORD.matcher(text);
        if (!password.matches()) {
            throw new IllegalArgumentException(
                    "only passwords are generated: generate:password or"
                            + " generate:password:LENGTH");
        }
        String length = password.group("length");
        return new Source.Generated(
                length == null ? Source.Generated.USUAL : Integer.parseInt(length));
    }
}
