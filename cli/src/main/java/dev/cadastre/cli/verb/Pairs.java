package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an option is given as NAME=VALUE. The parser's own reading of pairs takes quotes for its
 * own, and complains about those that have no partner.
 */
final class Pairs {

    private Pairs() {}

    /** The values by their names, each as it is; of those with one name the last. */
    static Map<String, String> of(String option, List<String> words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int at = word.indexOf('=');
            if (at <= 0) {
                throw new Failure(
                        Failure.Kind.USAGE,
                        "%s is given “%s”, which is no NAME=VALUE".formatted(option, word),
                        "Write it as %s NAME=VALUE.".formatted(option));
            }
            pairs.put(word.substring(0, at), word.substring(at + 1));
        }
        return pairs;
    }
}
