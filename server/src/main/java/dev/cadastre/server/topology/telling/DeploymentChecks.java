package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with a deployment by itself. Not thread-safe. */
final class DeploymentChecks {

    private static final int MOST_HOSTS = 10_000;
    private static final String CORRECT = "Correct it; nothing was taken.";

    private final MapKnowledge known;
    private final NewDeployment told;
    private final List<MapProblem> problems = new ArrayList<>();

    DeploymentChecks(MapKnowledge known, NewDeployment told) {
        this.known = known;
        this.told = told;
    }

    /** All that is wrong. */
    List<MapProblem> problems() {
        return problems;
    }

    /**
     * Where it is.
     *
     * @return null if that is wrong
     */
    @Nullable String check() {
        if (!WordRules.isName(told.app())) {
            problem(
                    "app",
                    "An application's name has letters, digits, “.”, “_” and “-”, and no more than"
                            + " 100 of them.");
        }
        line("key", told.key());
        line("version", told.version());
        line("by", told.by());
        line("tool", told.tool());
        line("run", told.run());
        link(told.link());
        names("programs", told.programs());
        if (told.hosts().size() > MOST_HOSTS) {
            problem("hosts", "There are more than " + MOST_HOSTS + " hosts.");
        }
        WordRules.values(
                told.parameters(), (key, sentence) -> problem("parameters." + key, sentence));
        return environment();
    }

    private void line(String field, @Nullable String text) {
        String wrong = WordRules.line(text);
        if (wrong != null) {
            problem(field, wrong);
        }
    }

    private void names(String field, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (AssetName.of(AssetName.DAEMON + ":" + names.get(i)).isEmpty()
                    || names.get(i).contains("@")) {
                problem(field + "." + i, "“" + names.get(i) + "” is no name.");
            }
        }
    }

    private void link(@Nullable String link) {
        if (link == null) {
            return;
        }
        try {
            URI uri = new URI(link);
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getUserInfo() == null
                    && link.length() <= 1_000) {
                return;
            }
        } catch (URISyntaxException _) {
            // The same as an address of another kind.
        }
        problem("link", "It is no address with http or https, and without a password.");
    }

    private @Nullable String environment() {
        Set<String> found =
                told.hosts().stream()
                        .map(host -> AssetName.of(AssetName.HOST + ":" + host))
                        .flatMap(Optional::stream)
                        .map(known::visible)
                        .flatMap(Optional::stream)
                        .flatMap(host -> Optional.ofNullable(host.environment()).stream())
                        .collect(Collectors.toSet());
        String stated = told.environment();
        if (stated == null) {
            if (found.size() == 1) {
                return found.iterator().next();
            }
            problem(
                    "environment",
                    found.isEmpty()
                            ? "No known host tells in which environment it is."
                            : "Its hosts are in " + String.join(", ", found) + ".");
            return null;
        }
        if (!WordRules.isName(stated)) {
            problem("environment", "“" + stated + "” is no name of an environment.");
            return null;
        }
        found.remove(stated);
        if (!found.isEmpty()) {
            problem("hosts", "Some are not in " + stated + ", but in " + String.join(", ", found));
        }
        return stated;
    }

    private void problem(String field, String message) {
        problems.add(
                new MapProblem("deployment." + word(field) + "-wrong", field, message, CORRECT));
    }

    private static String word(String field) {
        return field.replaceAll("\\..*", "");
    }
}
