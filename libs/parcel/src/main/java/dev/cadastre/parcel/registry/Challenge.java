package dev.cadastre.parcel.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants to be asked: one challenge of a header {@code WWW-Authenticate}.
 *
 * @param scheme in small letters, {@code bearer} or {@code basic}
 * @param parameters by their names in small letters; unmodifiable
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "\\G[\\s,]*(?<name>"
                            + TOKEN
                            + ")\\s*=\\s*"
                            + "(\"(?<quoted>([^\"\\\\]|\\\\.)*+)\"|(?<plain>"
                            + TOKEN
                            + "))");
    private static final Pattern SCHEME =
            Pattern.compile("\\G[\\s,]*(?<scheme>" + TOKEN + ")(?!\\s*=)");
    private static final int LONGEST = 8_192;

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** All of a header, as far as they can be read. */
    static List<Challenge> read(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            if (header.length() <= LONGEST) {
                read(header, challenges);
            }
        }
        return challenges;
    }

    private static void read(String header, List<Challenge> into) {
        Matcher scheme = SCHEME.matcher(header);
        int at = 0;
        while (scheme.find(at) && scheme.start() == at) {
            Map<String, String> parameters = new TreeMap<>();
            at = parameters(header, scheme.end(), parameters);
            into.add(new Challenge(scheme.group("scheme").toLowerCase(Locale.ROOT), parameters));
        }
    }

    private static int parameters(String header, int from, Map<String, String> into) {
        Matcher parameter = PARAMETER.matcher(header);
        int at = from;
        while (parameter.find(at) && parameter.start() == at) {
            String quoted = parameter.group("quoted");
            into.putIfAbsent(
                    parameter.group("name").toLowerCase(Locale.ROOT),
                    quoted == null ? parameter.group("plain") : quoted.replaceAll("\\\\(.)", "$1"));
            at = parameter.end();
        }
        return at;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
