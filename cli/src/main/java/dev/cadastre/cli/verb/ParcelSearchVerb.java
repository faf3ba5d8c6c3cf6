package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.ParcelJson;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel search [WORD…] --from REPO}. */
@Command(
        name = "search",
        description =
                "List the parcels of a repository whose name, summary or what they provide has all words.",
        footer = {
            "",
            "Example: cadastre parcel search sql --from oci://registry.example.com/parcels"
        })
final class ParcelSearchVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "WORD", arity = "0..*", description = "all of them, if none is given")
    private List<String> words = List.of();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "REPO",
            description = "the repository: a folder, https://HOST/PATH, or oci://HOST/PATH")
    private String repository = "";

    @Option(names = "--all-versions", description = "not the newest of each alone")
    private boolean allVersions;

    ParcelSearchVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Json> parcels =
                Attempt.of(() ->
                        new Repositories(session)
                                .source(repository).catalogue().manifests().stream()
                                        .filter(one -> ParcelVersion.of(one).isPresent())
                                        .map(ParcelJson::listed)
                                        .filter(this::hasAll)
                                        .sorted(
                                                Comparator.comparing(ParcelSearchVerb::name)
                                                        .thenComparing(
                                                                ParcelSearchVerb::version,
                                                                ParcelName.VERSIONS
                                                                        .comparator()
                                                                        .reversed()))
                                        .toList());
        List<Json> shown = allVersions ? parcels : newest(parcels);
        session.printer()
                .list(
                        new JsonObject().with("items", new Json.Items(shown)).json(),
                        ParcelJson.LISTED);
        return shown.isEmpty() ? 1 : 0;
    }

    private static List<Json> newest(List<Json> sorted) {
        Set<String> seen = new HashSet<>();
        return sorted.stream().filter(parcel -> seen.add(name(parcel))).toList();
    }

    private static String name(Json parcel) {
        return parcel.text("name").orElse("");
    }

    private static String version(Json parcel) {
        return parcel.text("version").orElse("");
    }

    private boolean hasAll(Json parcel) {
        String text =
                String.join(
                                " ",
                                name(parcel),
                                parcel.text("summary").orElse(""),
                                Wording.of(parcel.at("provides")))
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }
}
