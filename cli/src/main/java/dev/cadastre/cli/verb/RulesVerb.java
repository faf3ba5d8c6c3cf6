package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre rules [NAME]}. */
@Command(
        name = "rules",
        description = "List rules, or who breaches one since when; status 1 if somebody does.",
        footer = {"", "Example: cadastre rules", "         cadastre rules no-gcc-in-prod -o csv"})
public final class RulesVerb implements Callable<Integer> {

    private static final List<Column> RULES =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("SEVERITY", "severity"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("OWNER", "owner"),
                    Column.of("QUERY", "q"),
                    Column.of("PROBLEM", "problem"));

    private static final List<Column> BREACHES =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("SEVERITY", "severity"),
                    Column.moment("SINCE", "since"));

    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "the rule whose breaches to list; without it, all rules")
    private @Nullable String name;

    @Option(names = "--limit", paramLabel = "N", description = "end after N items")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public RulesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return name == null ? all() : one(name);
    }

    private int all() {
        Json answer = session.server().read(Path.of("rules"));
        session.printer().list(answer, RULES);
        boolean kept =
                answer.list("items").stream()
                        .allMatch(rule -> rule.text("hosts").orElse("0").equals("0"));
        return kept ? 0 : 1;
    }

    private int one(String rule) {
        session.server().read(Path.of("rules", rule));
        Json breaches =
                new Listing(session.server())
                        .read(Path.of("rules", "breaches").with("rule", rule), limit);
        session.printer().list(breaches, BREACHES);
        return breaches.list("items").isEmpty() ? 0 : 1;
    }
}
