package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre host NAME [ASPECT]}. */
@Command(
        name = "host",
        synopsisSubcommandLabel = "",
        description = "Show a host, or what is known of it.",
        footer = {
            "",
            "Example: cadastre host web1 packages --at 'monday 14:00'",
            "         cadastre host web1 history --since '2 days ago'",
            "         cadastre host add ops@web1 --environment qa"
        })
public final class HostVerb implements Callable<Integer> {

    /** What can be asked about a host. */
    enum Aspect {
        PACKAGES,
        FACTS,
        SERVICES,
        DAEMONS,
        RUNTIMES,
        CONNECTIONS,
        SOURCES,
        HISTORY;

        private List<Column> columns() {
            return switch (this) {
                case PACKAGES -> Columns.PACKAGES;
                case FACTS -> Columns.FACTS;
                case SERVICES -> Columns.SERVICES;
                case DAEMONS -> Columns.DAEMONS;
                case RUNTIMES -> Columns.RUNTIMES;
                case CONNECTIONS -> Columns.CONNECTIONS;
                case SOURCES -> Columns.SOURCES;
                case HISTORY -> Columns.EVENTS;
            };
        }
    }

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "the host")
    private @Nullable String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ASPECT",
            description =
                    "packages, facts, services, daemons, runtimes, connections, sources or"
                            + " history; without it, the host itself")
    private @Nullable Aspect aspect;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "packages with TEXT in their name, or named as lib*ssl*")
    private @Nullable String search;

    @Option(names = "--type", paramLabel = "TYPE", description = "packages of a type: deb, pypi …")
    private @Nullable String type;

    @Option(names = "--since", paramLabel = "TIME", description = "history from then on")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "history before then")
    private @Nullable String until;

    @Option(names = "--limit", paramLabel = "N", description = "end after N items")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public HostVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new HostVerb(session))
                .addSubcommand(new HostAddVerb(session))
                .addSubcommand(new HostRetireVerb(session))
                .addSubcommand(new HostEraseVerb(session))
                .addSubcommand(new HostAcceptKeyVerb(session));
    }

    @Override
    public Integer call() {
        if (name == null) {
            throw new ParameterException(line(), "Which host? Name one, or see `cadastre hosts`.");
        }
        if (aspect == null) {
            Path path = Path.of("hosts", name).with("at", session.at());
            session.printer().attributes(session.server().read(path), Columns.HOST);
        } else {
            session.printer().list(read(name, aspect), aspect.columns());
        }
        return 0;
    }

    private Json read(String host, Aspect asked) {
        Path path = Path.of("hosts", host, asked.name().toLowerCase(Locale.ROOT));
        return switch (asked) {
            case PACKAGES ->
                    pages(path.with("q", search).with("type", type).with("at", session.at()));
            case HISTORY -> pages(path.with("since", time(since)).with("until", time(until)));
            case SOURCES ->
                    new Json.Members(
                            Map.of(
                                    "items",
                                    session.server().read(Path.of("hosts", host)).at("sources")));
            default -> session.server().read(path.with("at", session.at()));
        };
    }

    private Json pages(Path path) {
        return new Listing(session.server()).read(path, limit);
    }

    private @Nullable Object time(@Nullable String text) {
        return text == null ? null : session.moment(text);
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
