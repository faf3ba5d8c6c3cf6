package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.Where;
import dev.cadastre.cli.server.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where an app goes, and what it requires if nobody has that yet. */
final class AppPlaces {

    /** Of a query the field comes first, with a colon. */
    private static final Pattern BOUND =
            Pattern.compile("([a-z](?:[a-z0-9-]*[a-z0-9])?)=(.+)", Pattern.DOTALL);

    @Option(
            names = "--on",
            paramLabel = "HOSTS",
            description = {
                "names of hosts with commas between them, or a query as group:web",
                "BINDING=HOSTS: where what meets a requirement is deployed, if nobody has it"
            })
    private List<String> on = List.of();

    /** Where the app goes; unsaid for where it is. */
    Where app() {
        List<String> words = on.stream().filter(word -> !BOUND.matcher(word).matches()).toList();
        return words.isEmpty() ? Where.UNSAID : where(words);
    }

    /** Where other apps go, by the binding. */
    Map<String, Where> providers() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String word : on) {
            Matcher bound = BOUND.matcher(word);
            if (bound.matches()) {
                words.computeIfAbsent(bound.group(1), _ -> new ArrayList<>()).add(bound.group(2));
            }
        }
        Map<String, Where> places = new LinkedHashMap<>();
        words.forEach((binding, hosts) -> places.put(binding, where(hosts)));
        return places;
    }

    private static Where where(List<String> words) {
        List<String> names =
                words.stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.isEmpty()) {
            throw new Failure(Failure.Kind.USAGE, "On no host", "Name some, as in --on web1,web2.");
        }
        return names.stream().anyMatch(QueryText::isTerm)
                ? new Where(List.of(), String.join(" ", words))
                : new Where(names, "");
    }
}
